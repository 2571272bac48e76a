package uplink.web.message;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.MessageRow;
import uplink.notification.boundary.Messages;
import uplink.web.shell.Rows;

/** What the customer whose page is shown was sent. */
@Named
@ViewScoped
public class MessageList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Messages messages;

    private @Nullable Rows<MessageRow> rows;

    public Rows<MessageRow> rows(UUID customer) {
        if (rows == null) {
            rows = new Rows<>(
                    (first, size, column, ascending) -> messages.ofCustomer(customer, first, size),
                    () -> messages.countOfCustomer(customer));
        }
        return rows;
    }
}
