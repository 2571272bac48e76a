package uplink.notification.control;

import java.nio.file.Path;
import uplink.notification.control.channel.EmailChannel;

/** Letters to a mail server of a test's own. */
public final class Letters {

    private Letters() {}

    public static EmailChannel by(int port, Path directory, InvoiceLetters invoices) {
        return new EmailChannel(
                new Postman(MailSettings.of("smtp://127.0.0.1:" + port, "noreply@example.net", directory)), invoices);
    }
}
