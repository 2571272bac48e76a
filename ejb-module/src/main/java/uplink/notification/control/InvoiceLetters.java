package uplink.notification.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.document.boundary.Documents;
import uplink.document.boundary.Paper;
import uplink.notification.boundary.NoticeKind;
import uplink.notification.control.channel.Message;
import uplink.shared.Settings;
import uplink.shared.Sql;

/**
 * The invoice that goes with the letter about it: the file that is kept, and never one that is made now. What the customer
 * wants is looked up at the last moment. {@code UPLINK_INVOICE_MAIL_KB} says how large a file may be.
 */
@ApplicationScoped
public class InvoiceLetters {

    private static final int USUAL_KB = 5000;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private Documents documents;

    /** Whether its reader wants the invoice with that message. */
    public boolean isWanted(Message message) {
        return message.customerId() != null
                && NoticeKind.INVOICE_ISSUED.code().equals(message.data().get("kind"))
                && message.data().containsKey("invoiceId")
                && new PreferenceRows(Sql.in(database))
                        .settings(message.customerId())
                        .invoiceFile();
    }

    /** Empty when there is none in the language of the letter, or it is too large. */
    public Optional<Paper> file(Message message) {
        return documents.findMade(
                UUID.fromString(Objects.requireNonNull(message.data().get("invoiceId"))),
                message.locale(),
                Settings.number("UPLINK_INVOICE_MAIL_KB", USUAL_KB) * 1024L);
    }
}
