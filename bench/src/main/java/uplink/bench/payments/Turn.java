package uplink.bench.payments;

import java.util.List;
import java.util.Map;
import uplink.bench.access.Usage;

/**
 * Payments by one of the two for a while.
 *
 * @param done payments
 * @param rate of them a second
 * @param rows that were added meanwhile, by table
 * @param millis until each was answered; empty for the floor
 */
record Turn(long done, double rate, Usage usage, Map<String, Long> rows, List<Double> millis) {

    double applicationMicros() {
        return usage.applicationMicros() / done;
    }

    double databaseMicros() {
        return usage.databaseMicros() / done;
    }

    double clientMicros() {
        return usage.clientMicros() / done;
    }
}
