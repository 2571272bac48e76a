package uplink.shared.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Permission;
import uplink.shared.jobs.Jobs;

/** Moves business time, for testing only: {@code not-found} unless {@code UPLINK_TEST_CLOCK=true}. */
@Stateless
@Allowed(Permission.TEST_CLOCK)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TestClock {

    /**
     * @param now business time, in the operator's zone when answered
     */
    public record Reading(OffsetDateTime now) {}

    @Inject
    private BusinessClock clock;

    @Inject
    private Jobs jobs;

    public Reading read() {
        refuseOnARealClock();
        return new Reading(clock.instant().atZone(clock.getZone()).toOffsetDateTime());
    }

    /** Sets business time, which ticks on from there, and runs the timers that are due by it before it answers. */
    public Reading set(Instant now) {
        refuseOnARealClock();
        clock.set(now);
        jobs.runDue();
        return read();
    }

    private void refuseOnARealClock() {
        if (!clock.isSettable()) {
            throw BusinessException.notFound();
        }
    }
}
