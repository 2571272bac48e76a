package uplink.shared;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The one business clock: what day it is for billing, in the operator's zone. Runs with the machine's time unless
 * {@code UPLINK_TEST_CLOCK=true}; then it can be set and ticks on from there, on every node and over restarts (the
 * offset is a row in {@code settings}, read again at most once a second).
 */
@ApplicationScoped
public class BusinessClock extends Clock {

    private static final String OFFSET_KEY = "test-clock.offset-ms";

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    private final boolean settable;
    private static final ZoneId ZONE = ZoneId.of(Settings.text("UPLINK_ZONE", "Europe/Moscow"));
    private static final ThreadLocal<Instant> PRETENDED = new ThreadLocal<>();
    private volatile Duration offset = Duration.ZERO;
    private volatile long offsetReadAt;

    public BusinessClock() {
        settable = Settings.flag("UPLINK_TEST_CLOCK");
    }

    /** One that can be set. */
    BusinessClock(DataSource database) {
        this.database = database;
        settable = true;
    }

    /** Today in the operator's zone. */
    public LocalDate today() {
        return LocalDate.ofInstant(instant(), ZONE);
    }

    /** The business day of an instant of business time, in the operator's zone. */
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    /** Day and time of an instant, in the operator's zone. */
    public static LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, ZONE);
    }

    @Override
    public Instant instant() {
        Instant pretended = PRETENDED.get();
        if (pretended != null) {
            return pretended;
        }
        return settable ? SystemTime.now().plus(currentOffset()) : SystemTime.now();
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return Clock.fixed(instant(), other);
    }

    /**
     * Does work as if it were that instant, on this thread only. For the history of the demo provider; refused where
     * {@code UPLINK_DEMO} is not set.
     */
    public <T> T at(Instant instant, Supplier<T> work) {
        if (!Settings.flag("UPLINK_DEMO")) {
            throw new IllegalStateException("only the demo has a made-up past");
        }
        PRETENDED.set(instant);
        try {
            return work.get();
        } finally {
            PRETENDED.remove();
        }
    }

    /** Whether this installation runs with a test clock. */
    public boolean isSettable() {
        return settable;
    }

    /** Moves business time; takes part in the caller's database transaction. */
    public void set(Instant now) {
        if (!settable) {
            throw BusinessException.notFound();
        }
        Duration wanted = Duration.between(SystemTime.now(), now);
        Sql.in(database)
                .update(
                        """
                insert into settings (key, value) values (?, ?)
                on conflict (key) do update set value = excluded.value, updated_at = now()""",
                        OFFSET_KEY,
                        Long.toString(wanted.toMillis()));
        offset = wanted;
        offsetReadAt = SystemTime.millis();
    }

    private Duration currentOffset() {
        if (SystemTime.millis() - offsetReadAt > 1000) {
            offsetReadAt = SystemTime.millis();
            offset = readOffset().orElse(Duration.ZERO);
        }
        return offset;
    }

    private Optional<Duration> readOffset() {
        return Sql.in(database).first("select value from settings where key = ?", BusinessClock::millis, OFFSET_KEY);
    }

    private static Duration millis(java.sql.ResultSet row) throws SQLException {
        return Duration.ofMillis(Long.parseLong(row.getString(1)));
    }
}
