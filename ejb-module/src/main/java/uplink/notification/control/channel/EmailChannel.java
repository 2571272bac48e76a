package uplink.notification.control.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import uplink.document.boundary.Paper;
import uplink.notification.control.InvoiceLetters;
import uplink.notification.control.Letter;
import uplink.notification.control.LetterPage;
import uplink.notification.control.Postman;
import uplink.notification.control.Postman.UndeliverableException;
import uplink.shared.Text;

/**
 * Letters by the configured SMTP server. Without one there are no letters of this kind: a month's invoices are not put
 * into files, as the few letters about accounts are.
 */
@ApplicationScoped
public class EmailChannel implements Channel {

    @Inject
    private Postman postman;

    @Inject
    private InvoiceLetters invoices;

    protected EmailChannel() {}

    public EmailChannel(Postman postman, InvoiceLetters invoices) {
        this.postman = postman;
        this.invoices = invoices;
    }

    @Override
    public ChannelKind kind() {
        return ChannelKind.EMAIL;
    }

    @Override
    public boolean isConfigured() {
        return postman.hasServer();
    }

    @Override
    public Outcome send(Message message) {
        try {
            postman.deliver(letter(message));
            return new Outcome.Sent(postman.messageId(message.id()));
        } catch (UndeliverableException e) {
            String why = String.valueOf(e.getMessage());
            return switch (e.verdict()) {
                case LATER -> new Outcome.Later(why);
                case REFUSED -> new Outcome.Refused(why);
                case GONE -> new Outcome.Gone(why);
            };
        }
    }

    private Letter letter(Message message) {
        if (!invoices.isWanted(message)) {
            return letter(message, message.text(), message.html(), null);
        }
        Paper invoice = invoices.file(message).orElse(null);
        if (invoice != null) {
            return letter(message, message.text(), message.html(), invoice);
        }
        String text = message.text().strip() + "\n\n"
                + Text.of("notification.invoice-file.missing").in(message.locale()) + "\n";
        return letter(message, text, LetterPage.of(message.subject(), text, message.locale()), null);
    }

    private static Letter letter(Message message, String text, @Nullable String html, @Nullable Paper enclosed) {
        return new Letter(
                message.id(),
                message.data().getOrDefault("kind", "message"),
                message.to(),
                message.data().getOrDefault("name", ""),
                message.subject(),
                text,
                html,
                message.data().get("unsubscribe"),
                enclosed);
    }
}
