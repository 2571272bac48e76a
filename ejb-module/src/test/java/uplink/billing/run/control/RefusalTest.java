package uplink.billing.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import uplink.billing.ledger.control.Invariant;
import uplink.billing.rating.boundary.InvalidTimeline;
import uplink.billing.rating.boundary.Quarantine;

class RefusalTest {

    private static final UUID SUBSCRIPTION = new UUID(7, 1);
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    static Stream<Quarantine> verdicts() {
        return Stream.of(
                new Quarantine(Quarantine.Reason.TOO_MANY_CHARGES, DAY, 16, null),
                new Quarantine(Quarantine.Reason.OVERLAP, DAY, 0, null),
                new Quarantine(Quarantine.Reason.END_BEFORE_START, null, 0, null),
                new Quarantine(Quarantine.Reason.INVALID_TIMELINE, null, 0, InvalidTimeline.Reason.values()[0]),
                new Quarantine(Quarantine.Reason.INVALID_TIMELINE, DAY, 0, InvalidTimeline.Reason.values()[1]));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void aVerdictIsKeptAndSaidInTheSameWords(Quarantine verdict) {
        Refusal refusal = Refusal.of(verdict, SUBSCRIPTION);
        assertEquals(verdict.reason().code(), refusal.reason());
        assertEquals(SUBSCRIPTION.toString(), refusal.detail().get("subscriptionId"));
        assertEquals(verdict.text(), refusal.text());
        // as it comes back from the database
        assertEquals(verdict.text(), new Refusal(refusal.reason(), Map.copyOf(refusal.detail())).text());
    }

    @Test
    void whatAVerdictDoesNotHaveIsLeftOut() {
        Refusal plain = Refusal.of(new Quarantine(Quarantine.Reason.END_BEFORE_START, null, 0, null), SUBSCRIPTION);
        assertEquals(Map.of("subscriptionId", SUBSCRIPTION.toString()), plain.detail());
        Refusal counted = Refusal.of(new Quarantine(Quarantine.Reason.TOO_MANY_CHARGES, DAY, 16, null), SUBSCRIPTION);
        assertEquals(
                Map.of("subscriptionId", SUBSCRIPTION.toString(), "date", "2026-12-01", "count", 16), counted.detail());
    }

    @ParameterizedTest
    @EnumSource(Invariant.class)
    void aBrokenInvariantIsNamedInBothLanguages(Invariant invariant) {
        Refusal refusal = new Refusal(
                Refusal.INTEGRITY, Map.of(Refusal.INVARIANT, invariant.code(), "error", "000000007: 5.00, 4.00"));
        for (Locale reader : List.of(Locale.ENGLISH, Locale.forLanguageTag("ru"))) {
            String said = refusal.text().in(reader);
            assertTrue(said.endsWith("000000007: 5.00, 4.00"), said);
            assertFalse(said.contains(invariant.code()) || said.contains("ledger."), said);
        }
        assertTrue(refusal.text().in(Locale.forLanguageTag("ru")).matches(".*«[А-Я].*».*"));
    }

    @Test
    void otherReasonsHaveTheirOwnWords() {
        assertEquals(
                "run.quarantine.no-timeline",
                new Refusal(Refusal.NO_TIMELINE, Map.of()).text().key());
    }
}
