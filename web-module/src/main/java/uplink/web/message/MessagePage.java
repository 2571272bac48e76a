package uplink.web.message;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.MessageDetail;
import uplink.notification.boundary.Messages;
import uplink.web.shell.Go;

/** One message: its words, what the peer said, and once more. */
@Named
@ViewScoped
public class MessagePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Messages messages;

    private @Nullable String id;
    private transient @Nullable MessageDetail detail;

    /** Refused with {@code not-found} before anything is shown. */
    public void load() {
        getDetail();
    }

    public MessageDetail getDetail() {
        if (detail == null) {
            detail = messages.get(Go.id(id));
        }
        return detail;
    }

    public void resend() {
        UUID copy = messages.resend(Go.id(id));
        Go.to("/message?id=" + copy, "message.resent");
    }

    public void replay() {
        messages.replay(Go.id(id));
        Go.to("/message?id=" + id, "message.resent");
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
