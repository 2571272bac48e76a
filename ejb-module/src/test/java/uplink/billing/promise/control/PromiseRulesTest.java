package uplink.billing.promise.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uplink.billing.policy.boundary.PromiseTerms;
import uplink.billing.promise.control.PromiseRules.Known;
import uplink.billing.promise.control.PromiseRules.Refusal;

/** Each condition at its edge: the last day or kopeck on which it refuses, and the first on which it does not. */
class PromiseRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final PromiseTerms TERMS =
            new PromiseTerms(true, 5, new BigDecimal("50.00"), 30, 60, 90, new BigDecimal("1000.00"));
    /** Just long enough with us, just long enough since the last one, just within the limit, paid just in time. */
    private static final Known EDGE = known("1000.00", 30L, 60L, 90L);

    private static Known known(String debt, @Nullable Long given, @Nullable Long since, @Nullable Long paid) {
        return new Known(new BigDecimal(debt), "RUB", false, ago(given), ago(since), ago(paid));
    }

    private static @Nullable LocalDate ago(@Nullable Long days) {
        return days == null ? null : TODAY.minusDays(days);
    }

    private static void refused(String why, @Nullable LocalDate from, @Nullable PromiseTerms terms, Known known) {
        Refusal refusal = PromiseRules.judge(terms, known, TODAY);
        assertNotNull(refusal);
        assertEquals(why, refusal.why().in(Locale.ENGLISH));
        assertEquals(from, refusal.from());
    }

    @Test
    void whoeverMeetsEveryConditionMayPromise() {
        assertNull(PromiseRules.judge(TERMS, EDGE, TODAY));
        assertNull(PromiseRules.judge(TERMS, known("0.01", null, 60L, 0L), TODAY), "the first one");
        PromiseTerms lenient = new PromiseTerms(true, 5, BigDecimal.ZERO, 0, 0, null, null);
        assertNull(PromiseRules.judge(lenient, known("99999.00", 0L, 0L, null), TODAY));
    }

    @Test
    void theFirstConditionThatDoesNotHoldIsTold() {
        String none = "A promised payment is not offered under your contract.";
        refused(none, null, null, EDGE);
        refused(none, null, new PromiseTerms(false, 5, BigDecimal.ZERO, 0, 0, null, null), EDGE);
        Known lasting = new Known(EDGE.debt(), "RUB", true, EDGE.lastGiven(), EDGE.since(), EDGE.lastPayment());
        refused("A promised payment is in force already.", null, TERMS, lasting);
        refused("Nothing is overdue: there is nothing to promise.", null, TERMS, known("0.00", 30L, 60L, 90L));
        refused(
                "A promised payment can be had 60 days after service began.",
                TODAY.plusDays(1),
                TERMS,
                known("1000.00", 30L, 59L, 90L));
        refused(
                "A promised payment can be had 60 days after service began.",
                null,
                TERMS,
                known("1000.00", 30L, null, 90L));
        refused(
                "A promised payment can be had once in 30 days.",
                TODAY.plusDays(1),
                TERMS,
                known("1000.00", 29L, 60L, 90L));
        refused("Nothing was paid within the last 90 days.", null, TERMS, known("1000.00", 30L, 60L, 91L));
        refused("Nothing was paid within the last 90 days.", null, TERMS, known("1000.00", 30L, 60L, null));
    }

    @Test
    void theLargestDebtIsToldInItsCurrency() {
        Refusal refusal = PromiseRules.judge(TERMS, known("1000.01", 30L, 60L, 90L), TODAY);
        assertNotNull(refusal);
        assertEquals(
                "The debt is more than ₽1,000.00: pay a part of it.",
                refusal.why().in(Locale.ENGLISH));
        assertNull(refusal.from());
    }
}
