package uplink.web.message;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.ChannelHealth;
import uplink.notification.boundary.DeadMessageQuery;
import uplink.notification.boundary.MessageRow;
import uplink.notification.boundary.Messages;
import uplink.notification.boundary.NoticeChannel;
import uplink.web.shell.Go;
import uplink.web.shell.Rows;

/** Messages that were given up, how their ways are doing, and another try. */
@Named
@ViewScoped
public class DeadMessageList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Messages messages;

    private @Nullable NoticeChannel channel;
    private transient @Nullable List<ChannelHealth> health;
    private final Rows<MessageRow> rows = new Rows<>(
            (first, size, column, ascending) -> messages.listDead(new DeadMessageQuery(channel, first, size)),
            () -> messages.countDead(new DeadMessageQuery(channel, 0, 1)));

    /** Those that are shown, all pages of them. */
    public void replayAll() {
        int replayed = messages.replayAll(channel);
        Go.to("/dead-messages", "dead-message.replayed", replayed);
    }

    public List<ChannelHealth> getHealth() {
        if (health == null) {
            health = messages.getHealth();
        }
        return health;
    }

    /** Whether there is one to be sent again. */
    public boolean isAny() {
        return getHealth().stream().anyMatch(way -> way.dead() > 0 && (channel == null || channel == way.channel()));
    }

    public Rows<MessageRow> getRows() {
        return rows;
    }

    public List<NoticeChannel> getChannels() {
        return List.of(NoticeChannel.EMAIL, NoticeChannel.SMS, NoticeChannel.PUSH);
    }

    public @Nullable NoticeChannel getChannel() {
        return channel;
    }

    public void setChannel(@Nullable NoticeChannel channel) {
        this.channel = channel;
    }
}
