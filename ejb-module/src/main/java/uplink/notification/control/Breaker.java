package uplink.notification.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import javax.sql.DataSource;
import uplink.notification.control.channel.ChannelKind;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/**
 * Lets a channel rest whose peer has failed {@value #PATIENCE} times in a row: half a minute, then twice as long each time
 * one message that tries it fails, at most ten minutes. What waits meanwhile loses no attempt. The same for all nodes, and
 * still so after a restart.
 */
@ApplicationScoped
public class Breaker {

    static final int PATIENCE = 5;
    private static final int SHORTEST_SECONDS = 30;
    private static final int LONGEST_SECONDS = 600;

    /**
     * What a channel may do.
     *
     * @param ailing its peer has failed the last time, so that a success is news
     */
    public record Admission(int most, boolean ailing) {}

    private record State(int failures, Instant restsTo) {}

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    protected Breaker() {}

    public Breaker(DataSource database) {
        this.database = database;
    }

    /** How many of so many messages may try: all, one that tries whether the peer is back, or none. */
    public Admission admits(ChannelKind channel, int wanted) {
        State state = Sql.in(database)
                .first(
                        "select failures, rests_to from channel_states where channel = ?",
                        row -> new State(
                                row.getInt(1),
                                row.getTimestamp(2) == null
                                        ? Instant.EPOCH
                                        : row.getTimestamp(2).toInstant()),
                        channel.code())
                .orElse(new State(0, Instant.EPOCH));
        if (state.failures() < PATIENCE) {
            return new Admission(wanted, state.failures() > 0);
        }
        return new Admission(state.restsTo().isAfter(SystemTime.now()) ? 0 : Math.min(wanted, 1), true);
    }

    /** Tells whether the channel has to rest from now on. */
    public boolean failed(ChannelKind channel, String why) {
        Instant now = SystemTime.now();
        return Sql.in(database)
                .first(
                        """
                        insert into channel_states as s (channel, failures, why, changed_at) values (?, 1, left(?, 500), ?)
                        on conflict (channel) do update set failures = s.failures + 1, why = excluded.why,
                            changed_at = excluded.changed_at, rests_to = case when s.failures + 1 >= ?
                            then excluded.changed_at + least(? * power(2, least(s.failures + 1 - ?, 10)), ?) * interval '1 second' end
                        returning rests_to is not null""",
                        row -> row.getBoolean(1),
                        channel.code(),
                        why,
                        now,
                        PATIENCE,
                        SHORTEST_SECONDS,
                        PATIENCE,
                        LONGEST_SECONDS)
                .orElse(false);
    }

    /** The peer has answered, be it that it does not want the message. */
    public void worked(ChannelKind channel) {
        Sql.in(database).update("delete from channel_states where channel = ?", channel.code());
    }
}
