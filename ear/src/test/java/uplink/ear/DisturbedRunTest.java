package uplink.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.bench.fault.Disturbance;
import uplink.bench.fault.FaultHarness;
import uplink.bench.fault.LiveSystem;
import uplink.bench.fault.Outcome;
import uplink.bench.fault.PaymentTrial;
import uplink.bench.fault.Trial;
import uplink.standin.StandInProvider;

/**
 * Bill runs on a system of their own that is killed, doubled, repeated and cut off from its broker. Whatever happens,
 * what is billed is what an undisturbed run bills, and every invoice's event has exactly one effect on each consumer.
 * {@code bench/faults} does the same a hundred times.
 */
class DisturbedRunTest {
    private static final long SEED = 20261120;

    private static final StandInProvider BANK = PaymentTrial.bank();

    private static LiveSystem system;
    private static PaymentTrial paying;
    private static Trial trial;
    private static Outcome expected;

    @BeforeAll
    static void billUndisturbed() throws SQLException {
        Path home = Path.of(System.getProperty("uplink.home"));
        Path data = home.resolve("ear/target/disturbed");
        system = LiveSystem.start(home, data, FaultHarness.environment(data, BANK));
        paying = PaymentTrial.on(system, BANK);
        trial = Trial.on(system, 1200, SEED);
        expected = trial.undisturbed();
    }

    @AfterAll
    static void stop() {
        if (system != null) {
            system.close();
        }
        BANK.close();
    }

    static Stream<Disturbance> kills() {
        return Stream.of(
                Disturbance.at("planned"),
                Disturbance.at("chunk-before-write:2"),
                Disturbance.at("between-charges-and-ledger:3"),
                Disturbance.at("chunk-after-commit"),
                Disturbance.at("before-completion"));
    }

    /** The places that no database-level test reaches: the process dies with its connections. All nine are in bench/faults. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "payment-called-for",
                "payment-answered",
                "payment-notified",
                "payment-posted",
                "balance-before-commit"
            })
    void aKilledPaymentHappensOnce(String place) {
        assertEquals("", paying.disturbed(place), "killed at " + place);
    }

    /** This system runs as a real installation does, without a test clock. */
    @Test
    void whatIsForTestingOnlyIsNotThere() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(system.api() + "/test/clock"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertEquals(404, answer.statusCode(), answer.body());
    }

    @Test
    void anUndisturbedRunKeepsEveryInvariant() {
        assertEquals("", String.join("\n", expected.findings()));
        assertTrue(expected.canon().stream()
                        .filter(line -> line.startsWith("invoice "))
                        .count()
                > 900);
    }

    @ParameterizedTest
    @MethodSource("kills")
    void aKilledRunEndsByItselfAsIfNothingHadHappened(Disturbance kill) throws SQLException {
        Outcome outcome = trial.disturbed(kill);
        assertTrue(outcome.reached(), "the application was not killed " + kill);
        assertEquals("", outcome.complaint(expected), "killed " + kill);
    }

    @Test
    void twoRunsStartedAtTheSameSecondBillWhatOneBills() throws SQLException {
        trial.prepare();
        long begin = System.nanoTime();
        CompletableFuture.allOf(start(), start()).join();
        assertEquals("", trial.outcome(begin).complaint(expected));
    }

    @Test
    void aSecondCommitBillsNothing() throws SQLException {
        trial.undisturbed();
        trial.operator().startRun(trial.target(), "commit");
        assertEquals("", trial.outcome(System.nanoTime()).complaint(expected));
        assertEquals(0, trial.invoicedByLastRun());
    }

    @Test
    void aBrokerKilledInMidRunLosesNoEventAndDoublesNone() throws SQLException {
        trial.prepare();
        long begin = System.nanoTime();
        trial.operator().startRun(trial.target(), "commit");
        trial.awaitFirstChunk();
        system.kill("broker");
        assertEquals("", trial.outcome(begin).complaint(expected));
    }

    private static CompletableFuture<Void> start() {
        return CompletableFuture.runAsync(() -> trial.operator().startRun(trial.target(), "commit"));
    }
}
