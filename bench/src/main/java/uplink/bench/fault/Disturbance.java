package uplink.bench.fault;

import java.util.List;
import java.util.Random;

/**
 * How a run is disturbed: the application is killed at a place in its code, or at a moment.
 *
 * @param place named place and which time it is passed, as in {@code chunk-before-commit:3}; empty for a moment
 * @param afterMillis after the run was asked for; only for a moment
 */
public record Disturbance(String place, long afterMillis) {
    /** Places that every chunk passes. */
    private static final List<String> IN_A_CHUNK =
            List.of("chunk-before-write", "between-charges-and-ledger", "chunk-before-commit", "chunk-after-commit");
    /** Places that a run passes once. */
    private static final List<String> ONCE = List.of("planned", "before-completion");

    public static Disturbance at(String place) {
        return new Disturbance(place, 0);
    }

    static Disturbance after(long millis) {
        return new Disturbance("", millis);
    }

    /** Every named place, the first time it is passed. */
    public static List<Disturbance> everywhere() {
        return java.util.stream.Stream.concat(ONCE.stream(), IN_A_CHUNK.stream())
                .map(Disturbance::at)
                .toList();
    }

    /** Half of them places, half of them moments within the time that a run takes. */
    static Disturbance any(Random random, long runMillis) {
        if (random.nextBoolean()) {
            return after(random.nextLong(runMillis + 200));
        }
        int place = random.nextInt(IN_A_CHUNK.size() + ONCE.size());
        return place < ONCE.size()
                ? at(ONCE.get(place))
                : at(IN_A_CHUNK.get(place - ONCE.size()) + ":" + (1 + random.nextInt(6)));
    }

    boolean isPlace() {
        return !place.isEmpty();
    }

    @Override
    public String toString() {
        return isPlace() ? "at " + place : "after " + afterMillis + " ms";
    }
}
