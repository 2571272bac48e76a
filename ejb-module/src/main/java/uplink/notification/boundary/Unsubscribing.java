package uplink.notification.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.sql.DataSource;
import uplink.notification.control.PreferenceRows;
import uplink.notification.control.UnsubscribeLinks;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Text;

/** Stops letters about a topic for whoever has one of them: the link in it is all that is needed (RFC 8058). */
@Stateless
@Allowed(Permission.ANYONE)
public class Unsubscribing {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private UnsubscribeLinks links;

    /** What the link stops; nothing is changed. Empty when it was not made here. */
    public Optional<NoticeTopic> findTopic(String token) {
        return links.read(token).map(UnsubscribeLinks.Stop::topic);
    }

    /** Doing it again changes nothing. Refused with {@code validation} when the link was not made here. */
    public NoticeTopic stop(String token) {
        UnsubscribeLinks.Stop stop = links.read(token)
                .orElseThrow(() -> BusinessException.invalid("token", Text.of("notification.unsubscribe.bad")));
        PreferenceRows rows = new PreferenceRows(Sql.in(database));
        rows.lock(stop.customer());
        rows.stop(stop.customer(), stop.topic(), NoticeChannel.EMAIL);
        return stop.topic();
    }
}
