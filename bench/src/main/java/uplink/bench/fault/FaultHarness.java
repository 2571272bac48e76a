package uplink.bench.fault;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Main class behind {@code bench/faults}: kills the real application in the middle of bill runs, at named places and at
 * random moments, and compares what comes out with an undisturbed run. The seed repeats the sequence.
 */
public final class FaultHarness {
    private FaultHarness() {}

    /** Exit code 1: a disturbed run ended differently, or an invariant is broken. */
    public static void main(String[] arguments) throws SQLException {
        Path home =
                Path.of(System.getProperty("uplink.home", ".")).toAbsolutePath().normalize();
        int kills = 100;
        int size = 3000;
        long seed = System.nanoTime() & 0xFFFFFF;
        for (Iterator<String> rest = List.of(arguments).iterator(); rest.hasNext(); ) {
            String name = rest.next();
            String value = rest.hasNext() ? rest.next() : "";
            switch (name) {
                case "--kills" -> kills = Integer.parseInt(value);
                case "--size" -> size = Integer.parseInt(value);
                case "--seed" -> seed = Long.parseLong(value);
                default ->
                    throw new IllegalArgumentException("Usage: faults [--kills N] [--size SUBSCRIPTIONS] [--seed N]");
            }
        }
        System.out.println("seed " + seed);
        Path data = home.resolve("bench/target/faults");
        int failures;
        try (LiveSystem system = LiveSystem.start(home, data, environment(data))) {
            Trial trial = Trial.on(system, size, seed);
            failures = kill(trial, kills, seed);
        }
        System.exit(failures == 0 ? 0 : 1);
    }

    /** Small chunks, so that a small base has many of them, and a place to read fault points from. */
    public static Map<String, String> environment(Path data) {
        return Map.of(
                "UPLINK_FAST_START",
                "true",
                "UPLINK_START_TIMEOUT",
                "600",
                "UPLINK_RUN_CHUNK",
                "100",
                "UPLINK_RATE_LIMIT_FACTOR",
                "100",
                "UPLINK_FAULT_FILE",
                LiveSystem.faultFile(data).toString());
    }

    private static int kill(Trial trial, int kills, long seed) throws SQLException {
        Random random = new Random(seed);
        trial.undisturbed(); // the first one also warms up; the second one gives the time
        Outcome expected = trial.undisturbed();
        System.out.println("undisturbed: " + expected.canon().size() + " lines in " + expected.millis() + " ms "
                + expected.findings());
        int failures = expected.findings().isEmpty() ? 0 : 1;
        for (int i = 1; i <= kills; i++) {
            Disturbance disturbance = Disturbance.any(random, expected.millis());
            Outcome outcome = trial.disturbed(disturbance);
            String complaint = outcome.complaint(expected);
            System.out.println("kill " + i + " " + disturbance + (outcome.reached() ? "" : " (came too late)") + ": "
                    + (complaint.isEmpty() ? "identical" : "DIFFERENT, seed " + seed + "\n" + complaint) + " after "
                    + outcome.millis() + " ms");
            failures += complaint.isEmpty() ? 0 : 1;
        }
        System.out.println(kills + " kills, " + failures + " failures, seed " + seed);
        return failures;
    }
}
