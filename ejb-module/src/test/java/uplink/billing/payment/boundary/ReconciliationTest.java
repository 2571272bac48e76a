package uplink.billing.payment.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.billing.autopay.boundary.AutopayChange;
import uplink.billing.reconciliation.boundary.Discrepancy;
import uplink.billing.reconciliation.boundary.DiscrepancyKind;
import uplink.billing.reconciliation.boundary.DiscrepancyQuery;
import uplink.billing.reconciliation.boundary.DiscrepancyStatus;
import uplink.billing.reconciliation.boundary.Explanation;
import uplink.billing.reconciliation.boundary.RegisterDay;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.standin.Mood;

/** A day's register is held against the payments here: nothing is found twice, and each finding has its way out. */
class ReconciliationTest extends PaymentCases {

    private static final Caller ACCOUNTANT =
            new Caller(UUID.randomUUID(), null, "a", Set.of(Permission.PAYMENT_RECONCILE));

    private final UUID customer = provider.customer();

    @BeforeEach
    void nothingWasFound() {
        provider.sql.update("delete from discrepancies");
        provider.sql.update("update autopay set enabled = false, stopped = null");
        // what other tests have left went through other providers
        provider.sql.update("update payments set ask_at = null where customer_id <> ?", customer);
    }

    @Test
    void whatIsNotHeardOfIsTakenOver() {
        UUID booked = arrived("300.00");
        UUID unheard = pay("200.00");
        bank.pay(externalId(unheard));
        tomorrow();
        assertEquals(List.of("missing-here null 200.00 open"), found());
        assertEquals(1, today().matched());
        assertEquals(2, today().entries());

        Discrepancy settled =
                staff(() -> till.takeOver(found(DiscrepancyKind.MISSING_HERE).id(), null));
        assertEquals(DiscrepancyStatus.SETTLED, settled.status());
        assertEquals("succeeded", status(unheard));
        assertEquals(new BigDecimal("500.00"), provider.balance(customer));
        assertEquals(1, transfers(booked));
        assertEquals(ProblemType.INVALID_STATE, refused(() -> till.takeOver(settled.id(), null)), "decided once");
    }

    @Test
    void aPartThatIsNotHeardOfIsTakenOverAndNotCreditedBeside() {
        UUID part = pay("200.00");
        bank.capture(externalId(part), "150.00");
        tomorrow();
        assertEquals(List.of("missing-here null 150.00 open"), found());
        UUID one = found(DiscrepancyKind.MISSING_HERE).id();
        provider.sql.update(
                "update discrepancies set kind = 'different-sum' where id = ?", one); // as they were found before
        assertEquals(ProblemType.INVALID_STATE, refused(() -> till.correct(one, "нет у нас")));
        assertEquals(
                DiscrepancyStatus.SETTLED, staff(() -> till.takeOver(one, null)).status());
        till.hear("yookassa", bank.notification(externalId(part)), null);
        till.runJob();
        assertEquals(new BigDecimal("150.00"), provider.balance(customer), "once");
        assertEquals(1, transfers(part));
    }

    @Test
    void whatWasTakenOutOfTheBooksAndTurnsUpLaterIsFoundAgain() {
        UUID late = arrived("300.00");
        String there = externalId(late);
        bank.lose(there);
        tomorrow();
        correct(found(DiscrepancyKind.MISSING_THERE).id());
        assertEquals(new BigDecimal("0.00"), provider.balance(customer));
        provider.sql.update(
                """
                insert into register_entries (provider, external_id, payment_id, status, amount, currency, made_at)
                values ('yookassa', ?, ?, 'succeeded', 300.00, 'RUB', clock_timestamp())""",
                there,
                late);
        tomorrow();
        assertEquals(List.of("different-sum 0.00 300.00 open", "missing-there 300.00 null settled"), found());
        correct(found(DiscrepancyKind.DIFFERENT_SUM).id());
        assertEquals(new BigDecimal("300.00"), provider.balance(customer));
        assertEquals(provider.balanceByTransfers(customer), provider.balance(customer));
    }

    private void correct(UUID discrepancy) {
        Caller chief = new Caller(
                UUID.randomUUID(),
                null,
                "a",
                Set.of(Permission.PAYMENT_RECONCILE, Permission.PAYMENT_REFUND, Permission.LEDGER_ADJUST));
        Callers.as(chief, () -> till.correct(discrepancy, "по реестру"));
    }

    @Test
    void whatNobodyHereKnowsIsBookedForAContractOnce() {
        arrived("300.00");
        String there = bank.foreign("77.00", "RUB");
        tomorrow();
        Discrepancy one = found(DiscrepancyKind.MISSING_HERE);
        assertEquals(there, one.externalId());
        assertEquals(ProblemType.VALIDATION, refused(() -> till.takeOver(one.id(), "nobody's")));
        staff(() -> till.takeOver(one.id(), "C-" + customer));
        assertEquals(new BigDecimal("377.00"), provider.balance(customer));
        assertEquals(provider.balanceByTransfers(customer), provider.balance(customer));
        assertEquals(
                1,
                provider.sql.number(
                        "select count(*) from payments where external_id = ? and status = 'succeeded'", there));
        refused(() -> till.takeOver(one.id(), "C-" + customer));
        assertEquals(new BigDecimal("377.00"), provider.balance(customer));
        String again = "update discrepancies set status = 'open', decided_at = null, decided_by = null where id = ?";
        provider.sql.update(again, one.id()); // killed after the booking, before that was written down
        staff(() -> till.takeOver(one.id(), "C-" + customer));
        assertEquals(new BigDecimal("377.00"), provider.balance(customer));
        tomorrow();
        assertEquals(List.of("missing-here null 77.00 settled"), found());
    }

    @Test
    void whatTheProviderDoesNotHaveIsExplainedOnce() {
        UUID kept = arrived("300.00");
        UUID lost = arrived("100.00");
        bank.lose(externalId(lost));
        tomorrow();
        assertEquals(List.of("missing-there 100.00 null open"), found());
        Discrepancy one = found(DiscrepancyKind.MISSING_THERE);
        assertEquals(lost, one.paymentId());
        assertEquals(ProblemType.INVALID_STATE, refused(() -> till.takeOver(one.id(), null)));
        assertEquals(
                ProblemType.VALIDATION, refused(() -> till.reconciliations().explain(one.id(), new Explanation(" "))));
        Discrepancy explained =
                staff(() -> till.reconciliations().explain(one.id(), new Explanation("asked their support")));
        assertEquals(DiscrepancyStatus.EXPLAINED, explained.status());
        assertEquals(ProblemType.INVALID_STATE, refused(() -> till.reconciliations()
                .explain(one.id(), new Explanation("another reason"))));
        assertEquals(ProblemType.INVALID_STATE, refused(() -> till.correct(one.id(), "another reason")));
        assertEquals("succeeded", status(kept));
    }

    @Test
    void nothingIsFoundTwiceAndWhatAgreesByItselfIsSettled() {
        arrived("300.00");
        UUID late = pay("200.00");
        bank.pay(externalId(late));
        bank.foreign("77.00", "RUB");
        tomorrow();
        tomorrow();
        assertEquals(List.of("missing-here null 200.00 open", "missing-here null 77.00 open"), found());
        itIsTime(late);
        till.runJob();
        tomorrow();
        assertEquals(List.of("missing-here null 200.00 settled", "missing-here null 77.00 open"), found());
    }

    @Test
    void aSecondChargeForOnePaymentIsMoneyThatIsNotBooked() {
        UUID booked = arrived("300.00");
        String twin = bank.foreign("300.00", "RUB");
        tomorrow();
        provider.sql.update("update register_entries set payment_id = ? where external_id = ?", booked, twin);
        provider.sql.update("delete from discrepancies");
        provider.sql.update("delete from register_days");
        till.reconcile(Instant.now().plus(Duration.ofDays(2)));
        assertEquals(List.of("missing-here null 300.00 open"), found());
        assertEquals(twin, found(DiscrepancyKind.MISSING_HERE).externalId());
    }

    @Test
    void aRegisterThatCannotBeReadIsReadLater() {
        arrived("300.00");
        for (Mood mood : List.of(Mood.BROKEN, Mood.GARBAGE)) {
            bank.mood(mood);
            tomorrow();
            assertEquals(0, provider.sql.number("select count(*) from register_days"), mood.name());
        }
        bank.mood(Mood.NORMAL);
        till.reconcile(Instant.now().plus(Duration.ofHours(4 * 24 + 2)));
        assertEquals(List.of(), found());
        assertTrue(
                provider.sql.number("select count(*) from register_days") >= 5,
                "the day before, and all that were missed");
        assertEquals(
                provider.sql.number("select max(day) - min(day) + 1 from register_days"),
                provider.sql.number("select count(*) from register_days"),
                "none is left out");
    }

    @Test
    void aChargeThatNobodyAnsweredIsGivenUpOnlyOnceTheRegisterDoesNotHaveIt() {
        UUID saving = till.pay(
                        customer, new PayRequest(null, BigDecimal.TEN, null, PaymentMethod.CARD, null, true), "saving")
                .id();
        bank.pay(externalId(saving));
        itIsTime(saving);
        till.runJob();
        till.autopay(customer, autopays -> autopays.change(new AutopayChange(true, new BigDecimal("500.00"))));
        UUID kept = unanswered("100.00");
        UUID lost = unanswered("200.00");
        bank.lose(there(lost));
        forgotten(kept, lost);
        assertEquals("unknown unknown", status(kept) + " " + status(lost));
        tomorrow();
        forgotten(kept, lost);
        assertEquals("succeeded failed", status(kept) + " " + status(lost));
        assertEquals("the provider never knew it", till.payment(lost).failure());
        assertEquals(3, bank.charges());
    }

    /** A charge whose answer is lost. */
    private UUID unanswered(String amount) {
        UUID invoice = invoice(customer, amount);
        bank.mood(Mood.BROKEN);
        till.collect(java.time.LocalDate.of(2026, 12, 20));
        bank.mood(Mood.NORMAL);
        return provider.sql
                .first(
                        "select id from payments where invoice_id = ? and method = 'autopay'",
                        row -> row.getObject(1, UUID.class),
                        invoice)
                .orElseThrow();
    }

    private String there(UUID payment) {
        return bank.ids().stream()
                .filter(id -> bank.notification(id).contains(payment.toString()))
                .findFirst()
                .orElseThrow();
    }

    /** As if a day had gone by, in which the provider has forgotten the key. */
    private void forgotten(UUID... payments) {
        for (UUID payment : payments) {
            provider.sql.update(
                    "update payment_attempts set began_at = least(began_at, clock_timestamp() - interval '23 hours 5"
                            + " minutes') where payment_id = ?",
                    payment);
            itIsTime(payment);
        }
        till.runJob();
    }

    private UUID pay(String amount) {
        UUID payment = till.pay(customer, card(amount, null), UUID.randomUUID().toString())
                .id();
        if (status(payment).equals("unknown")) {
            // the first answer of a machine that has just started may take longer than these tests wait
            till.settle(payment);
        }
        return payment;
    }

    private UUID arrived(String amount) {
        UUID payment = pay(amount);
        bank.pay(externalId(payment));
        itIsTime(payment);
        till.runJob();
        assertEquals("succeeded", status(payment));
        return payment;
    }

    /** Today has ended. */
    private void tomorrow() {
        provider.sql.update("delete from register_days");
        till.reconcile(Instant.now().plus(Duration.ofHours(26)));
    }

    private RegisterDay today() {
        return staff(() -> till.reconciliations().listDays().get(0));
    }

    /** What concerns this test's customer, or nobody. */
    private List<Discrepancy> all() {
        // other tests' payments, which this provider does not know, fill many pages
        return staff(() -> Stream.iterate(0, first -> first + 200)
                .map(first ->
                        till.reconciliations().list(new DiscrepancyQuery(null, null, null, null, null, first, 200)))
                .takeWhile(page -> !page.isEmpty())
                .flatMap(List::stream)
                .filter(one -> one.customerId() == null || one.customerId().equals(customer))
                .toList());
    }

    private List<String> found() {
        return all().stream()
                .map(one -> one.kind().code() + " " + one.ours() + " " + one.theirs() + " "
                        + one.status().code())
                .sorted()
                .toList();
    }

    private Discrepancy found(DiscrepancyKind kind) {
        return all().stream().filter(one -> one.kind() == kind).findFirst().orElseThrow();
    }

    private static <T> T staff(Supplier<T> work) {
        return Callers.as(ACCOUNTANT, work);
    }

    private static ProblemType refused(Supplier<?> work) {
        return assertThrows(BusinessException.class, () -> staff(work)).type();
    }
}
