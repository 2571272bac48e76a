package uplink.bench.fault;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import uplink.standin.StandInProvider;

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
        int payments = 90;
        int size = 3000;
        long seed = System.nanoTime() & 0xFFFFFF;
        for (Iterator<String> rest = List.of(arguments).iterator(); rest.hasNext(); ) {
            String name = rest.next();
            String value = rest.hasNext() ? rest.next() : "";
            switch (name) {
                case "--kills" -> kills = Integer.parseInt(value);
                case "--payments" -> payments = Integer.parseInt(value);
                case "--size" -> size = Integer.parseInt(value);
                case "--seed" -> seed = Long.parseLong(value);
                default ->
                    throw new IllegalArgumentException(
                            "Usage: faults [--kills N] [--payments N] [--size SUBSCRIPTIONS] [--seed N]");
            }
        }
        System.out.println("seed " + seed);
        Path data = home.resolve("bench/target/faults");
        int failures = 0;
        try (StandInProvider bank = PaymentTrial.bank();
                LiveSystem system = LiveSystem.start(home, data, environment(data, bank))) {
            PaymentTrial paying = PaymentTrial.on(system, bank);
            // first, because invoices that payments are tried on have no charges, which the auditor would find
            if (kills > 0) {
                failures += kill(Trial.on(system, size, seed), kills, seed);
            }
            failures += killPayments(paying, payments);
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

    /** The same, with a payment provider. */
    public static Map<String, String> environment(Path data, StandInProvider bank) {
        Map<String, String> all = new HashMap<>(environment(data));
        all.putAll(PaymentTrial.environment(bank));
        return all;
    }

    private static int killPayments(PaymentTrial trial, int kills) {
        int failures = 0;
        for (int i = 1; i <= kills; i++) {
            String place = PaymentTrial.PLACES.get((i - 1) % PaymentTrial.PLACES.size());
            failures += judged("payment " + i + ", killed at " + place, trial.disturbed(place));
        }
        if (kills > 0) {
            failures += judged("payments while the broker dies", trial.underLoad("broker", 8, 50));
            failures += judged("payments while PostgreSQL dies", trial.underLoad("postgres", 8, 50));
        }
        return failures;
    }

    private static int judged(String what, String complaint) {
        System.out.println(what + ": " + (complaint.isEmpty() ? "once" : "WRONG\n  " + complaint));
        return complaint.isEmpty() ? 0 : 1;
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
