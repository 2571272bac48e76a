package uplink.notification.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import javax.sql.DataSource;
import uplink.notification.control.channel.ChannelKind;
import uplink.shared.BusinessClock;
import uplink.shared.Settings;
import uplink.shared.jobs.Schedule;

/**
 * One dispatcher for each channel that has a peer. {@code UPLINK_EMAIL_PER_SECOND}, {@code UPLINK_SMS_PER_SECOND} and {@code
 * UPLINK_PUSH_PER_SECOND} say how much a peer bears.
 */
@ApplicationScoped
public class Dispatchers {

    /** How often they look, which is also what the rates are counted over. */
    public static final Schedule SCHEDULE = Schedule.every(Duration.ofSeconds(5));

    private static final int SECONDS = 5;
    private static final int USUAL = 20;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private MessageQueue queue;

    @Inject
    private Breaker breaker;

    @Inject
    private UnsubscribeLinks links;

    @Inject
    private Channels channels;

    @Inject
    private BusinessClock clock;

    /** Sends what is due by that way, as much as its peer bears until the next time. */
    public void run(ChannelKind kind) {
        int rate = Settings.number("UPLINK_" + kind.name().toUpperCase(Locale.ROOT) + "_PER_SECOND", USUAL);
        channels.find(kind).ifPresent(channel -> new Dispatcher(database, queue, breaker, links, channel, clock)
                .run(rate * SECONDS));
    }
}
