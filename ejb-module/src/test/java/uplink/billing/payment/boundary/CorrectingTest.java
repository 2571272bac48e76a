package uplink.billing.payment.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.billing.payment.control.RefundRoad;
import uplink.billing.reconciliation.boundary.Discrepancy;
import uplink.billing.reconciliation.boundary.DiscrepancyStatus;
import uplink.billing.refund.boundary.Refund;
import uplink.billing.refund.boundary.RefundBook;
import uplink.billing.refund.boundary.RefundKind;
import uplink.billing.refund.boundary.RefundStatus;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.ProblemType;

/** What does not agree with a register is corrected, with a second person where it is much, and is settled by that. */
class CorrectingTest extends PaymentCases {

    private final Returns returns = new Returns(roads);
    private final UUID customer = provider.customer();

    @AfterEach
    void closeReturns() throws SQLException {
        returns.close();
        provider.sql.update(
                "delete from discrepancies where payment_id in (select id from payments where customer_id = ?)",
                customer);
    }

    @Test
    void whatTheProviderNeverHadIsTakenOutOfTheBooks() {
        UUID invoice = invoice(customer, "300.00");
        UUID payment = arrived("300.00");
        assertEquals(List.of("invoice paid 300.00"), provider.invoices(customer));
        Discrepancy settled = correct(missingThere(payment, "300.00"));
        assertEquals(DiscrepancyStatus.SETTLED, settled.status());
        assertNull(settled.approvalId());
        assertEquals("не приходило", settled.reason());
        assertEquals(List.of("invoice pending 300.00"), provider.invoices(customer));
        assertEquals(List.of("billing.invoice.paid", "billing.invoice.reopened"), events(invoice));
        assertEquals(new BigDecimal("-300.00"), provider.balance(customer));
        assertEquals(provider.balanceByTransfers(customer), provider.balance(customer));
        Refund reversal = returns.of(payment).get(0);
        assertEquals(RefundKind.REVERSAL, reversal.kind());
        assertEquals(RefundStatus.SUCCEEDED, reversal.status());
        assertEquals(
                "clearing:yookassa reversal",
                provider.sql
                        .first(
                                """
                                select a.code || ' ' || t.type from transactions t
                                join ledger_accounts a on a.id = t.credit_account where t.group_id = ?""",
                                row -> row.getString(1),
                                reversal.id())
                        .orElseThrow());
        assertEquals(0, bank.refunds(), "what it never had it cannot give back");
        assertEquals(ProblemType.INVALID_STATE, refused(() -> correct(settled.id())));
    }

    @Test
    void muchWaitsForAnotherPersonAndIsSettledWhenTheyApprove() {
        UUID payment = arrived("20000.00");
        Discrepancy asked = correct(missingThere(payment, "20000.00"));
        assertEquals(DiscrepancyStatus.REQUESTED, asked.status());
        assertEquals(returns.waiting(customer).id(), asked.approvalId());
        assertEquals(new BigDecimal("20000.00"), provider.balance(customer));
        assertEquals(ProblemType.INVALID_STATE, refused(() -> correct(asked.id())), "asked once");
        assertEquals(ProblemType.FORBIDDEN, refused(() -> returns.approve(returns.first, asked.approvalId())));
        returns.approve(returns.second, asked.approvalId());
        assertEquals("settled", status("discrepancies", asked.id()));
        assertEquals(new BigDecimal("0.00"), provider.balance(customer));
        returns.runJob();
        assertEquals(0, bank.refunds());
    }

    @Test
    void aRefusalOpensItAgain() {
        UUID payment = arrived("20000.00");
        Discrepancy asked = correct(missingThere(payment, "20000.00"));
        returns.refuse(returns.second, asked.approvalId());
        assertEquals("open", status("discrepancies", asked.id()));
        assertEquals(RefundStatus.REFUSED, returns.of(payment).get(0).status());
        Discrepancy again = correct(asked.id());
        assertEquals(DiscrepancyStatus.REQUESTED, again.status());
        returns.approve(returns.second, again.approvalId());
        assertEquals("settled", status("discrepancies", asked.id()));
        assertEquals(new BigDecimal("0.00"), provider.balance(customer));
    }

    @Test
    void whereLessHasArrivedTheRestIsTakenOut() {
        UUID payment = arrived("300.00");
        assertEquals(
                DiscrepancyStatus.SETTLED,
                correct(differentSum(payment, "300.00", "250.00")).status());
        assertEquals(new BigDecimal("250.00"), provider.balance(customer));
        assertEquals(new BigDecimal("50.00"), till.payment(payment).refunded());
    }

    @Test
    void whereMoreHasArrivedTheRestIsCredited() {
        UUID payment = arrived("300.00");
        assertEquals(
                DiscrepancyStatus.SETTLED,
                correct(differentSum(payment, "300.00", "310.00")).status());
        assertEquals(new BigDecimal("310.00"), provider.balance(customer));
        Discrepancy much = correct(differentSum(payment, "300.00", "30000.00"));
        assertEquals(DiscrepancyStatus.REQUESTED, much.status());
        returns.refuse(returns.second, much.approvalId());
        assertEquals("open", status("discrepancies", much.id()));
        Discrepancy again = correct(much.id());
        returns.approve(returns.second, again.approvalId());
        assertEquals("settled", status("discrepancies", much.id()));
        assertEquals(new BigDecimal("30010.00"), provider.balance(customer));
    }

    @Test
    void whatMakesNoSenseIsRefusedAndLeavesItOpen() {
        UUID payment = arrived("300.00");
        UUID one = missingThere(payment, "300.00");
        assertEquals(ProblemType.VALIDATION, refused(() -> till.correct(one, " ")));
        assertEquals(ProblemType.NOT_FOUND, refused(() -> correct(UUID.randomUUID())));
        UUID here = found(null, "missing-here", null, "77.00");
        assertEquals(ProblemType.INVALID_STATE, refused(() -> correct(here)), "that is taken over");
        provider.sql.update("delete from discrepancies where id = ?", here);
        UUID other = differentSum(payment, "300.00", "250.00");
        assertEquals(
                ProblemType.INVALID_STATE, refused(() -> till.takeOver(other, null)), "the money of both is booked");
        returns.refund(payment, "200.00", "k");
        assertEquals(ProblemType.MORE_THAN_CAPTURED, refused(() -> correct(one)));
        assertEquals("open", status("discrepancies", one));
        assertEquals(new BigDecimal("100.00"), provider.balance(customer));
    }

    @Test
    void whatTurnsUpWhileTheSecondPersonIsWaitedForIsNotTakenOut() {
        UUID payment = arrived("20000.00");
        Discrepancy asked = correct(missingThere(payment, "20000.00"));
        told(externalId(payment), "20000.00");
        BusinessException refusal =
                assertThrows(BusinessException.class, () -> returns.approve(returns.second, asked.approvalId()));
        assertEquals(ProblemType.INVALID_STATE, refusal.type());
        assertTrue(refusal.getMessage().contains("has turned up"), refusal.getMessage());
        assertEquals(new BigDecimal("20000.00"), provider.balance(customer));
        returns.refuse(returns.second, asked.approvalId());
        assertEquals("open", status("discrepancies", asked.id()));
        assertEquals(RefundStatus.REFUSED, returns.of(payment).get(0).status());
    }

    /** A register may know a payment by our id alone. */
    @Test
    void whatTurnsUpUnderOurIdHasTurnedUp() {
        UUID payment = arrived("20000.00");
        Discrepancy asked = correct(missingThere(payment, "20000.00"));
        told("another-" + payment, "20000.00");
        provider.sql.update("update register_entries set status = 'failed', payment_id = ?", payment);
        UUID approval = asked.approvalId();
        provider.sql.update("update register_entries set status = 'succeeded'");
        assertEquals(ProblemType.INVALID_STATE, refused(() -> returns.approve(returns.second, approval)));
        provider.sql.update("update register_entries set status = 'failed'");
        returns.approve(returns.second, approval);
        assertEquals(new BigDecimal("0.00"), provider.balance(customer), "what failed there has not turned up");
    }

    @Test
    void aSumThatIsAnotherOneByNowIsNotCredited() {
        UUID payment = arrived("300.00");
        Discrepancy asked = correct(differentSum(payment, "300.00", "30000.00"));
        provider.sql.update("update register_entries set amount = 300.00");
        assertEquals(ProblemType.INVALID_STATE, refused(() -> returns.approve(returns.second, asked.approvalId())));
        assertEquals(new BigDecimal("300.00"), provider.balance(customer));
    }

    @Test
    void whatTheProviderHasMoreItOwes() {
        UUID payment = arrived("300.00");
        BigDecimal before = clearing();
        correct(differentSum(payment, "300.00", "310.00"));
        assertEquals(before.add(new BigDecimal("10.00")), clearing());
        Discrepancy much = correct(differentSum(payment, "300.00", "30000.00"));
        returns.approve(returns.second, much.approvalId());
        assertEquals(before.add(new BigDecimal("29710.00")), clearing());
        assertEquals(new BigDecimal("30010.00"), provider.balance(customer));
    }

    /** What of this customer's money the provider owes us, by the ledger. */
    private BigDecimal clearing() {
        return provider.sql
                .first(
                        """
                        select coalesce(sum(case when a.id = t.debit_account then t.amount else -t.amount end), 0.00)
                        from transactions t join ledger_accounts a on a.id in (t.debit_account, t.credit_account)
                        where a.code = 'clearing:yookassa' and ? in (t.debit_account, t.credit_account)""",
                        row -> row.getBigDecimal(1),
                        customer)
                .orElseThrow();
    }

    /** What the register says. */
    private void told(String externalId, String amount) {
        provider.sql.update(
                """
                insert into register_entries (provider, external_id, status, amount, currency, made_at)
                values ('yookassa', ?, 'succeeded', ?::numeric, 'RUB', now())""",
                externalId,
                amount);
    }

    /** Refunded by us already, and then taken back by the payer's bank as well. */
    @Test
    void whatIsTakenBackBeyondWhatIsLeftIsLeftToPeopleOnce() {
        UUID payment = arrived("300.00");
        returns.refund(payment, "200.00", "k");
        taken(payment, "150.00");
        taken(payment, "150.00");
        Discrepancy found = takenBack();
        assertEquals(new BigDecimal("100.00"), found.ours());
        assertEquals(new BigDecimal("150.00"), found.theirs());
        assertEquals(payment, found.paymentId());
        assertEquals(customer, found.customerId());
        assertEquals(new BigDecimal("100.00"), provider.balance(customer), "nothing is booked by itself");
        BigDecimal before = clearing();
        assertEquals(DiscrepancyStatus.SETTLED, correct(found.id()).status());
        assertEquals(new BigDecimal("-50.00"), provider.balance(customer), "what is not left is owed");
        assertEquals(before.subtract(new BigDecimal("150.00")), clearing());
        Refund chargeback = returns.of(payment).get(1);
        assertEquals(RefundKind.CHARGEBACK, chargeback.kind());
        assertEquals(RefundStatus.FAILED, chargeback.status());
        assertEquals("decided: не приходило", chargeback.failure());
        taken(payment, "150.00");
        assertEquals(new BigDecimal("-50.00"), provider.balance(customer), "once");
        assertEquals(0, asked(payment), "nobody asks any more");
    }

    @Test
    void whatIsExplainedIsOverEvenWhenItWouldFitLater() {
        UUID payment = arrived("300.00");
        returns.refund(payment, "200.00", "k");
        taken(payment, "101.00");
        assertEquals(1, asked(payment), "it is asked about as long as nobody has decided");
        UUID found = takenBack().id();
        Callers.as(
                new Caller(returns.first, null, "a", Set.of(Permission.PAYMENT_RECONCILE)),
                () -> till.explain(found, "ошибка банка"));
        taken(payment, "99.00");
        assertEquals(new BigDecimal("100.00"), provider.balance(customer));
        assertEquals("explained", status("discrepancies", found));
        assertEquals(RefundStatus.FAILED, returns.of(payment).get(1).status());
        assertEquals(0, asked(payment));
    }

    @Test
    void muchThatIsTakenBackWaitsForAnotherPersonAndIsNotBookedBeside() {
        UUID payment = arrived("30000.00");
        Refund large = returns.refund(payment, "10000.00", "k");
        assertEquals(RefundStatus.SUCCEEDED, large.status());
        taken(payment, "25000.00");
        Discrepancy asked = correct(takenBack().id());
        assertEquals(DiscrepancyStatus.REQUESTED, asked.status());
        taken(payment, "1.00");
        assertEquals(new BigDecimal("20000.00"), provider.balance(customer), "not while somebody is asked");
        returns.approve(returns.second, asked.approvalId());
        assertEquals("settled", status("discrepancies", asked.id()));
        assertEquals(new BigDecimal("-5000.00"), provider.balance(customer));
    }

    @Test
    void besideARefundThatWaitsNobodyIsAskedYet() {
        UUID payment = arrived("20000.00");
        Refund waits = returns.refund(payment, "15000.00", "k");
        assertEquals(RefundStatus.WAITING, waits.status());
        taken(payment, "6000.00");
        assertEquals(0, provider.sql.number("select count(*) from discrepancies where payment_id = ?", payment));
        returns.refuse(returns.second, returns.waiting(customer).id());
        taken(payment, "6000.00");
        assertEquals(new BigDecimal("14000.00"), provider.balance(customer), "now it fits");
    }

    private void taken(UUID payment, String amount) {
        provider.sql.update("update payments set returns_ask_at = now() where id = ?", payment);
        RefundRoad.Returned said = new RefundRoad.Returned(
                PaymentStatus.SUCCEEDED, "cb-" + payment, null, new BigDecimal(amount), "RUB", null);
        returns.boundaries.get(RefundBook.class).returned(payment, customer, List.of(said));
    }

    private long asked(UUID payment) {
        return provider.sql.number(
                "select count(*) from payments where id = ? and returns_ask_at is not null", payment);
    }

    private Discrepancy takenBack() {
        UUID id = provider.sql
                .first(
                        """
                        select d.id from discrepancies d join payments p on p.id = d.payment_id
                        where d.kind = 'taken-back' and p.customer_id = ?""",
                        row -> row.getObject(1, UUID.class),
                        customer)
                .orElseThrow();
        return till.discrepancy(id);
    }

    private UUID missingThere(UUID payment, String ours) {
        return found(payment, "missing-there", ours, null);
    }

    private UUID differentSum(UUID payment, String ours, String theirs) {
        return found(payment, "different-sum", ours, theirs);
    }

    private UUID found(UUID payment, String kind, String ours, String theirs) {
        UUID id = Ids.next();
        provider.sql.update(
                """
                insert into discrepancies (id, provider, day, kind, subject, external_id, payment_id, ours, theirs, currency,
                    status, found_at)
                values (?, 'yookassa', '2026-12-01', ?, ?, ?, ?, ?::numeric, ?::numeric, 'RUB', 'open', now())""",
                id,
                kind,
                id.toString(),
                theirs == null ? externalId(payment) : id.toString(),
                payment,
                ours,
                theirs);
        if (theirs != null) {
            told(id.toString(), theirs);
        }
        return id;
    }

    private UUID arrived(String amount) {
        return paid(customer, amount);
    }

    private Discrepancy correct(UUID discrepancy) {
        Caller accountant = new Caller(
                returns.first,
                null,
                "a",
                Set.of(Permission.PAYMENT_RECONCILE, Permission.PAYMENT_REFUND, Permission.LEDGER_ADJUST));
        return Callers.as(accountant, () -> till.correct(discrepancy, "не приходило"));
    }

    private String status(String table, UUID id) {
        return provider.sql
                .first("select status from " + table + " where id = ?", row -> row.getString(1), id)
                .orElseThrow();
    }

    private static ProblemType refused(Supplier<?> work) {
        return assertThrows(BusinessException.class, work::get).type();
    }
}
