package uplink.billing.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.billing.policy.boundary.CalendarDay;
import uplink.billing.policy.boundary.Calendars;
import uplink.billing.policy.boundary.DunningTerms;
import uplink.billing.policy.boundary.FreezeTerms;
import uplink.billing.policy.boundary.NewPolicy;
import uplink.billing.policy.boundary.Policies;
import uplink.billing.policy.boundary.Policy;
import uplink.billing.policy.boundary.PolicySubject;
import uplink.billing.policy.boundary.PolicyTerms;
import uplink.billing.policy.boundary.PromiseTerms;
import uplink.billing.policy.control.DueDays;
import uplink.billing.policy.control.PolicyRows;
import uplink.catalog.boundary.Audience;
import uplink.shared.BusinessException;
import uplink.shared.FieldError;
import uplink.shared.Ids;
import uplink.shared.ProblemType;
import uplink.testing.Desk;

/** Which policy a customer has, since when its terms hold, and what nobody may write. */
class PoliciesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private final Desk desk = new Desk(TODAY);
    private final Policies policies = desk.boundaries.get(Policies.class);
    private final UUID customer = desk.customer("Полисов", 1).id();
    private final UUID tariff = desk.tariff("500.00").id();
    private final String code = "p-" + Ids.next().toString().substring(24);

    @AfterEach
    void close() throws Exception {
        desk.boundaries.sql().update("update policies set is_active = false where code like 'p-%'");
        desk.close();
    }

    private Policy home() {
        return policies.list(PolicySubject.DUNNING).stream()
                .filter(policy -> policy.code().equals("home"))
                .findFirst()
                .orElseThrow();
    }

    private NewPolicy wanted(Audience kind, int rank, List<UUID> tariffs) {
        return new NewPolicy(null, home().id(), code, "Своя", "Own", kind, rank, true, tariffs);
    }

    private String policyOfTheCustomer() {
        return new PolicyRows(desk.boundaries.sql())
                .of(PolicySubject.DUNNING, customer)
                .orElseThrow()
                .code();
    }

    @Test
    void theLowestRankOfThoseThatFitHolds() {
        assertEquals("home", policyOfTheCustomer());
        Policy forTariff = call(() -> policies.create(wanted(null, 7, List.of(tariff))));
        assertEquals(home().termsOn(TODAY), forTariff.termsOn(TODAY), "it begins with the terms of the other");
        assertEquals("home", policyOfTheCustomer(), "the customer has no such tariff");
        desk.subscription(customer, tariff, TODAY);
        assertEquals(code, policyOfTheCustomer());
        call(() -> policies.replace(forTariff.id(), null, wanted(Audience.COMPANY, 7, List.of(tariff))));
        assertEquals("home", policyOfTheCustomer(), "a person is no company");
    }

    @Test
    void termsHoldFromTheirDayAndThePastStays() {
        Policy own = call(() -> policies.create(wanted(null, 7, List.of(tariff))));
        LocalDate later = TODAY.plusDays(10);
        Policy changed = call(() -> policies.addTerms(own.id(), dunning(later, 3, 20)));
        assertEquals(10, changed.termsOn(TODAY).orElseThrow().dunning().dueDays());
        assertEquals(3, changed.termsOn(later).orElseThrow().dunning().dueDays());
        desk.subscription(customer, tariff, TODAY);
        UUID[] one = {customer};
        assertEquals(10, DueDays.read(desk.boundaries.sql(), one, TODAY, 10).of(customer));
        assertEquals(3, DueDays.read(desk.boundaries.sql(), one, later, 10).of(customer));
        refused(ProblemType.VALIDATION, "validFrom", () -> policies.addTerms(own.id(), dunning(later, 4, 20)));
        refused(
                ProblemType.VALIDATION,
                "validFrom",
                () -> policies.addTerms(own.id(), dunning(TODAY.minusDays(1), 4, 20)));
    }

    @Test
    void whatCannotBeIsRefusedAtItsField() {
        UUID home = home().id();
        refused(ProblemType.VALIDATION, "dunning.writeOffDays", () -> policies.addTerms(home, dunning(TODAY, 3, 4)));
        refused(ProblemType.VALIDATION, "dunning.dueDays", () -> policies.addTerms(home, dunning(TODAY, 999, 400)));
        FreezeTerms freeze = new FreezeTerms(true, 9, 8, 0, 0, BigDecimal.ZERO, new BigDecimal("0.001"), 0);
        PolicyTerms other = new PolicyTerms(TODAY, null, null, freeze);
        refused(ProblemType.VALIDATION, "dunning", () -> policies.addTerms(home, other));
        refused(ProblemType.VALIDATION, "freeze.maxDays", () -> policies.addTerms(home, other));
        refused(ProblemType.VALIDATION, "freeze.dayFee", () -> policies.addTerms(home, other));
        refused(ProblemType.CONFLICT, "rank", () -> policies.create(wanted(null, 900, List.of())));
        call(() -> policies.create(wanted(null, 8, List.of(tariff))));
        refused(ProblemType.CONFLICT, "code", () -> policies.create(wanted(null, 9, List.of())));
    }

    @Test
    void termsOfPromisesAndFreezesAreKeptAsTheyWereWritten() {
        LocalDate later = TODAY.plusDays(10);
        PromiseTerms promise = new PromiseTerms(true, 7, new BigDecimal("30.00"), 45, 90, 60, new BigDecimal("900.00"));
        assertEquals(
                promise,
                added(PolicySubject.PROMISE, new PolicyTerms(later, null, promise, null))
                        .promise());
        PromiseTerms free = new PromiseTerms(false, 1, new BigDecimal("0.00"), 0, 0, null, null);
        assertEquals(
                free,
                added(PolicySubject.PROMISE, new PolicyTerms(later.plusDays(1), null, free, null))
                        .promise());
        FreezeTerms freeze = new FreezeTerms(true, 7, 60, 30, 14, new BigDecimal("100.00"), new BigDecimal("5.50"), 90);
        assertEquals(
                freeze,
                added(PolicySubject.FREEZE, new PolicyTerms(later, null, null, freeze))
                        .freeze());
    }

    /** To a policy of its own, read back on its day. */
    private PolicyTerms added(PolicySubject subject, PolicyTerms terms) {
        UUID origin = policies.list(subject).get(0).id();
        NewPolicy wanted = new NewPolicy(
                subject,
                origin,
                code + subject.code() + terms.validFrom(),
                "Своя",
                "Own",
                null,
                8999,
                false,
                List.of());
        Policy own = call(() -> policies.create(wanted));
        Policy changed = call(() -> policies.addTerms(own.id(), terms));
        assertTrue(changed.termsOn(terms.validFrom().minusDays(1)).isPresent(), "before that day those it began with");
        return changed.termsOn(terms.validFrom()).orElseThrow();
    }

    @Test
    void rangesOfPromisesAreToldAtTheirFields() {
        UUID promises = policies.list(PolicySubject.PROMISE).get(0).id();
        PromiseTerms wrong =
                new PromiseTerms(true, 61, new BigDecimal("-0.01"), 367, 3651, 0, new BigDecimal("10000000000000.00"));
        PolicyTerms terms = new PolicyTerms(TODAY, null, wrong, null);
        for (String field : List.of("termDays", "fee", "intervalDays", "tenureDays", "paymentDays", "debtLimit")) {
            refused(ProblemType.VALIDATION, "promise." + field, () -> policies.addTerms(promises, terms));
        }
        refused(
                ProblemType.VALIDATION,
                "dunning",
                () -> policies.addTerms(home().id(), new PolicyTerms(TODAY, null, null, null)));
    }

    @Test
    void aDayIsAsTheCalendarSaysElseAsTheWeekSays() {
        Calendars calendars = desk.boundaries.get(Calendars.class);
        LocalDate saturday = LocalDate.of(2031, 3, 1);
        assertEquals("f", working(saturday));
        call(() -> calendars.put("ru", new CalendarDay(saturday, true, "Рабочая суббота", "Working Saturday")));
        assertEquals("t", working(saturday));
        assertEquals(1, calendars.listDays("ru", 2031).size());
        desk.boundaries.run(() -> calendars.remove("ru", saturday));
        assertEquals("f", working(saturday));
        assertEquals("f", working(LocalDate.of(2026, 12, 31)), "moved there by decree");
        assertEquals("t", working(LocalDate.of(2026, 12, 30)));
        assertThrows(BusinessException.class, () -> calendars.listDays("xx", 2026));
    }

    private String working(LocalDate day) {
        return desk.boundaries
                .sql()
                .first("select is_working_day('ru', ?)", row -> row.getString(1), day)
                .orElseThrow();
    }

    private static PolicyTerms dunning(LocalDate from, int dueDays, int writeOff) {
        DunningTerms terms =
                new DunningTerms(dueDays, List.of(0), 5, true, "ru", false, BigDecimal.ZERO, writeOff, null);
        return new PolicyTerms(from, terms, null, null);
    }

    private <T> T call(Supplier<T> work) {
        return desk.boundaries.call(work);
    }

    private void refused(ProblemType type, String field, Supplier<?> work) {
        BusinessException refusal = assertThrows(BusinessException.class, () -> call(work));
        assertEquals(type, refusal.type());
        assertTrue(refusal.errors().stream().map(FieldError::field).anyMatch(field::equals), () -> refusal.errors()
                .toString());
    }
}
