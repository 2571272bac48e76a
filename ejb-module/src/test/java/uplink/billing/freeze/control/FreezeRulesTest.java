package uplink.billing.freeze.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.billing.freeze.boundary.FreezeRequest;
import uplink.billing.freeze.control.FreezeRules.Known;
import uplink.billing.freeze.control.FreezeRules.Refusal;
import uplink.billing.policy.boundary.FreezeTerms;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.shared.BusinessException;

/** Conditions of a freeze at their edges, its days, and how many of them are free. */
class FreezeRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final FreezeTerms TERMS = new FreezeTerms(true, 7, 60, 30, 14, BigDecimal.TEN, BigDecimal.ONE, 90);

    private static Known known(
            SubscriptionStatus status, String debt, @Nullable LocalDate busyUntil, @Nullable LocalDate lastEnd) {
        return new Known(status, new BigDecimal(debt), busyUntil, lastEnd, Map.of());
    }

    private static void refused(String why, @Nullable LocalDate from, @Nullable FreezeTerms terms, Known known) {
        Refusal refusal = FreezeRules.judge(terms, known, TODAY);
        assertNotNull(refusal);
        assertEquals(why, refusal.why().in(Locale.ENGLISH));
        assertEquals(from, refusal.from());
    }

    @Test
    void whoeverMeetsEveryConditionMayFreeze() {
        assertNull(FreezeRules.judge(TERMS, known(SubscriptionStatus.ACTIVE, "0.00", null, null), TODAY));
        assertNull(
                FreezeRules.judge(TERMS, known(SubscriptionStatus.ACTIVE, "0.00", null, TODAY.minusDays(90)), TODAY));
    }

    @Test
    void theFirstConditionThatDoesNotHoldIsTold() {
        Known fine = known(SubscriptionStatus.ACTIVE, "0.00", null, null);
        refused("A freeze is not offered under your contract.", null, null, fine);
        FreezeTerms none = new FreezeTerms(false, 7, 60, 30, 14, BigDecimal.TEN, BigDecimal.ONE, 90);
        refused("A freeze is not offered under your contract.", null, none, fine);
        LocalDate end = LocalDate.of(2026, 12, 1);
        refused(
                "There is a freeze already, until 1 Dec 2026.",
                end.plusDays(90),
                TERMS,
                known(SubscriptionStatus.FROZEN, "0.01", end, null));
        refused("Pay what is overdue first.", null, TERMS, known(SubscriptionStatus.SUSPENDED, "0.01", null, null));
        refused(
                "Only a service that is on can be frozen.",
                null,
                TERMS,
                known(SubscriptionStatus.SUSPENDED, "0.00", null, null));
        refused(
                "90 days must have passed since the last freeze.",
                TODAY.plusDays(1),
                TERMS,
                known(SubscriptionStatus.ACTIVE, "0.00", null, TODAY.minusDays(89)));
    }

    @ParameterizedTest
    @CsvSource({"0, 7", "0, 60", "30, 37", "30, 90"})
    void daysWithinTheTermsAreTaken(int from, int until) {
        FreezeRequest wish = new FreezeRequest(TODAY.plusDays(from), TODAY.plusDays(until));
        assertEquals(TODAY.plusDays(until), FreezeRules.end(TERMS, wish, TODAY));
    }

    @ParameterizedTest
    @CsvSource({"-1, 20, from", "31, 50, from", "0, 6, until", "0, 61, until", "5, 5, until", "5, 1, until"})
    void daysBeyondTheTermsAreRefusedAtTheirField(int from, int until, String field) {
        FreezeRequest wish = new FreezeRequest(TODAY.plusDays(from), TODAY.plusDays(until));
        BusinessException refusal = assertThrows(BusinessException.class, () -> FreezeRules.end(TERMS, wish, TODAY));
        assertEquals(
                List.of(field),
                refusal.errors().stream().map(error -> error.field()).toList());
    }

    @Test
    void withoutAnEndItLastsAsLongAsItMay() {
        FreezeRequest wish = new FreezeRequest(TODAY.plusDays(3), null);
        assertEquals(TODAY.plusDays(63), FreezeRules.end(TERMS, wish, TODAY));
    }

    /** Of 14 free days a calendar year. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-20, 2026-11-30, 0,  0,  2026-11-30",
        "2026-11-20, 2026-12-20, 0,  0,  2026-12-04",
        "2026-11-20, 2026-12-20, 10, 0,  2026-11-24",
        "2026-11-20, 2026-12-20, 14, 0,  2026-11-20",
        "2026-11-20, 2026-12-20, 20, 0,  2026-11-20",
        // five days of the old year, then those of the new one
        "2026-12-27, 2027-02-15, 9,  0,  2027-01-15",
        "2026-12-27, 2027-02-15, 9,  4,  2027-01-11",
        "2026-12-27, 2027-02-15, 10, 0,  2026-12-31",
        "2026-12-27, 2027-02-15, 9,  14, 2027-01-01",
    })
    void freeDaysAreThoseOfEachYear(LocalDate from, LocalDate until, int used, int usedNext, LocalDate freeUntil) {
        assertEquals(freeUntil, FreezeRules.freeUntil(TERMS, from, until, Map.of(2026, used, 2027, usedNext)));
    }
}
