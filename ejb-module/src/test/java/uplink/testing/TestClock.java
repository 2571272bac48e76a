package uplink.testing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import uplink.shared.BusinessClock;

/** Business time that stands still until it is moved. */
public final class TestClock extends BusinessClock {

    private final ZoneId zone;
    private volatile Instant now;

    public TestClock(String zone, String local) {
        this.zone = ZoneId.of(zone);
        at(local);
    }

    /** Moves to that local time. */
    public TestClock at(String local) {
        now = LocalDateTime.parse(local).atZone(zone).toInstant();
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }
}
