package uplink.billing.subscription.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.billing.subscription.boundary.ChangeWhen;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.billing.subscription.control.ChangePolicy.Standing;
import uplink.catalog.boundary.ChangeDirection;
import uplink.catalog.boundary.ChangeRule;
import uplink.catalog.boundary.FeeWhen;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;

/** What a rule of the catalogue lets customers do, and what it tells them when it does not. */
class ChangePolicyTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate NEXT = LocalDate.of(2026, 12, 1);
    private static final UUID MINE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID FEE = UUID.randomUUID();

    /** A rule that lets everything pass, one word of it after the other changed. */
    private boolean byCustomer = true;

    private ChangeDirection direction = ChangeDirection.ANY;
    private @Nullable BigDecimal floor;
    private int everyDays;
    private boolean atOnce = true;
    private boolean nextPeriod = true;
    private boolean sameKind;
    private boolean debtAllowed;
    private FeeWhen feeWhen = FeeWhen.ALWAYS;
    private List<UUID> successors = List.of();

    private SubscriptionStatus status = SubscriptionStatus.ACTIVE;
    private boolean addon;
    private @Nullable LocalDate lastChange;
    private @Nullable LocalDate planned;
    private boolean overdue;
    private @Nullable Integer lineSpeed;

    private ChangePolicy policy() {
        ChangeRule rule = new ChangeRule(
                UUID.randomUUID(),
                null,
                null,
                byCustomer,
                direction,
                floor,
                everyDays,
                atOnce,
                nextPeriod,
                sameKind,
                debtAllowed,
                FEE,
                feeWhen,
                successors,
                0);
        Standing standing = new Standing(
                MINE, "internet", new BigDecimal("6000.00"), status, addon, lastChange, planned, overdue, lineSpeed);
        return new ChangePolicy(rule, standing, TODAY, NEXT);
    }

    /** 500 a month is what the customer has. */
    private static Offer offer(UUID tariff, String kind, String monthly, boolean selfService) {
        return new Offer(
                tariff, "x", kind, "Х", "X", 100_000, 100_000, new BigDecimal(monthly), "RUB", "P1M", selfService);
    }

    private static Offer offer(String monthly) {
        return offer(OTHER, "internet", monthly, true);
    }

    private static @Nullable String why(Optional<Obstacle> obstacle) {
        return obstacle.map(found -> found.why().in(Locale.ENGLISH)).orElse(null);
    }

    private @Nullable String at(ChangeWhen when) {
        return why(policy().at(when));
    }

    private @Nullable String to(Offer offer) {
        return why(policy().to(offer));
    }

    @Test
    void aRuleThatForbidsNothingLetsEverythingPass() {
        assertEquals(TODAY, policy().on(ChangeWhen.NOW));
        assertEquals(NEXT, policy().on(ChangeWhen.NEXT_PERIOD));
        for (ChangeWhen when : ChangeWhen.values()) {
            assertNull(at(when));
            policy().check(offer("900.00"), when);
        }
        assertNull(to(offer(OTHER, "tv", "1.00", true)));
    }

    @Test
    void whoCannotChangeAtAllIsToldWhyInThisOrder() {
        planned = NEXT;
        assertEquals("A change is planned for 1 Dec 2026. Withdraw it first.", at(ChangeWhen.NOW));
        overdue = true;
        assertEquals(
                "There are invoices overdue. Pay them, and the tariff can be changed at once.", at(ChangeWhen.NOW));
        debtAllowed = true;
        assertEquals("A change is planned for 1 Dec 2026. Withdraw it first.", at(ChangeWhen.NOW));
        status = SubscriptionStatus.SUSPENDED;
        assertEquals("The tariff can be changed while the service is active.", at(ChangeWhen.NOW));
        byCustomer = false;
        assertEquals("This tariff is changed by our staff. Please contact us.", at(ChangeWhen.NOW));
        addon = true;
        assertEquals(
                "An additional service has no other tariff: end it and take another one.", at(ChangeWhen.NEXT_PERIOD));
    }

    @Test
    void onlyTheOfferedMomentIsTaken() {
        atOnce = false;
        Obstacle later = policy().at(ChangeWhen.NOW).orElseThrow();
        assertEquals(NEXT, later.from());
        assertEquals(
                "This tariff changes with the next billing period only, on 1 Dec 2026.",
                later.why().in(Locale.ENGLISH));
        assertNull(at(ChangeWhen.NEXT_PERIOD));
        atOnce = true;
        nextPeriod = false;
        assertEquals("This tariff changes at once only.", at(ChangeWhen.NEXT_PERIOD));
        assertNull(at(ChangeWhen.NOW));
    }

    @ParameterizedTest
    @CsvSource({"30, true, true", "29, false, true", "19, false, true", "18, false, false"})
    void soManyDaysLieBetweenOneChangeAndTheNext(int ago, boolean now, boolean later) {
        everyDays = 30;
        lastChange = TODAY.minusDays(ago);
        assertEquals(now, policy().at(ChangeWhen.NOW).isEmpty());
        assertEquals(later, policy().at(ChangeWhen.NEXT_PERIOD).isEmpty());
        policy().at(ChangeWhen.NOW).ifPresent(obstacle -> assertEquals(TODAY.plusDays(30 - ago), obstacle.from()));
    }

    @Test
    void whatCannotFollowIsToldWhyInThisOrder() {
        lineSpeed = 99_999;
        assertEquals("Your line does not carry that speed.", to(offer("400.00")));
        floor = new BigDecimal("400.01");
        assertEquals("This tariff costs less than what may follow yours.", to(offer("400.00")));
        direction = ChangeDirection.UP;
        assertEquals("Only tariffs that cost no less can follow yours.", to(offer("400.00")));
        direction = ChangeDirection.DOWN;
        assertEquals("Only tariffs that cost no more can follow yours.", to(offer("500.01")));
        sameKind = true;
        assertEquals("This tariff is for another kind of service.", to(offer(OTHER, "tv", "500.01", true)));
        successors = List.of(UUID.randomUUID());
        assertEquals("This tariff cannot follow yours.", to(offer(OTHER, "tv", "500.01", true)));
        assertEquals("Our staff change to this tariff. Please contact us.", to(offer(OTHER, "tv", "500.01", false)));
        assertEquals("You have this tariff already.", to(offer(MINE, "tv", "500.01", false)));
    }

    @Test
    void whatStandsAtTheEdgeMayFollow() {
        lineSpeed = 100_000;
        floor = new BigDecimal("500.00");
        sameKind = true;
        successors = List.of(OTHER);
        for (ChangeDirection any : ChangeDirection.values()) {
            direction = any;
            assertNull(to(offer("500.00")));
        }
        assertNull(to(offer(OTHER, "package", "500.00", true)), "a package holds the kind");
    }

    @ParameterizedTest
    @CsvSource({
        "ALWAYS,  NOW,         400.00, true",
        "ALWAYS,  NEXT_PERIOD, 600.00, true",
        "AT_ONCE, NOW,         600.00, true",
        "AT_ONCE, NEXT_PERIOD, 400.00, false",
        "DOWN,    NEXT_PERIOD, 499.99, true",
        "DOWN,    NOW,         500.00, false",
        "DOWN,    NOW,         600.00, false",
    })
    void theFeeIsDueWhenTheRuleSaysSo(FeeWhen rule, ChangeWhen when, String monthly, boolean due) {
        feeWhen = rule;
        assertEquals(due ? FEE : null, policy().fee(offer(monthly), when));
    }

    @Test
    void aRefusalTellsTheDayFromWhichItIsAllowed() {
        everyDays = 30;
        lastChange = TODAY.minusDays(10);
        BusinessException soon =
                assertThrows(BusinessException.class, () -> policy().check(offer("900.00"), ChangeWhen.NOW));
        assertEquals(ProblemType.NOT_ALLOWED, soon.type());
        assertEquals(Map.of("availableFrom", "2026-12-10"), soon.extensions());
        lastChange = null;
        BusinessException same = assertThrows(
                BusinessException.class, () -> policy().check(offer(MINE, "internet", "500.00", true), ChangeWhen.NOW));
        assertEquals(Map.of(), same.extensions());
    }

    @Test
    void pricesOfAllPeriodsAreComparedByTheYear() {
        assertEquals(new BigDecimal("3650"), Offer.ofYear(BigDecimal.TEN, "P1D"));
        assertEquals(new BigDecimal("120"), Offer.ofYear(BigDecimal.TEN, "P1M"));
        assertEquals(new BigDecimal("40"), Offer.ofYear(BigDecimal.TEN, "P3M"));
        assertEquals(new BigDecimal("10"), Offer.ofYear(BigDecimal.TEN, "P1Y"));
    }
}
