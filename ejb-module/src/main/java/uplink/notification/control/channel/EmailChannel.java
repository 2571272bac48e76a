package uplink.notification.control.channel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import uplink.notification.control.Letter;
import uplink.notification.control.Postman;
import uplink.notification.control.Postman.UndeliverableException;

/**
 * Letters by the configured SMTP server. Without one there are no letters of this kind: a month's invoices are not put
 * into files, as the few letters about accounts are.
 */
@ApplicationScoped
public class EmailChannel implements Channel {

    @Inject
    private Postman postman;

    protected EmailChannel() {}

    public EmailChannel(Postman postman) {
        this.postman = postman;
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

    private static Letter letter(Message message) {
        return new Letter(
                message.id(),
                message.data().getOrDefault("kind", "message"),
                message.to(),
                message.data().getOrDefault("name", ""),
                message.subject(),
                message.text(),
                message.html(),
                message.data().get("unsubscribe"));
    }
}
