package uplink.billing.run.control;

import java.util.concurrent.atomic.AtomicInteger;
import uplink.shared.Settings;

/**
 * Places at which the kill tests let the process die. Does nothing unless {@code UPLINK_FAULT_POINT} names the place:
 * {@code chunk-before-commit}, or {@code chunk-before-commit:3} for the third time it is passed.
 */
public final class FaultPoint {

    private static final String NAME = name();
    private static final AtomicInteger LEFT = new AtomicInteger(times());

    private FaultPoint() {}

    /** Halts the process when this is the place and the time. */
    public static void at(String place) {
        if (place.equals(NAME) && LEFT.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(137);
        }
    }

    private static String name() {
        return Settings.text("UPLINK_FAULT_POINT", "").split(":", 2)[0];
    }

    private static int times() {
        String[] parts = Settings.text("UPLINK_FAULT_POINT", "").split(":", 2);
        return parts.length < 2 ? 1 : Integer.parseInt(parts[1]);
    }
}
