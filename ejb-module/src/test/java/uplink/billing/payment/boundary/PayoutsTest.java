package uplink.billing.payment.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.audit.boundary.AuditRow;
import uplink.audit.boundary.AuditTrail;
import uplink.billing.refund.boundary.Approval;
import uplink.billing.refund.boundary.ApprovalKind;
import uplink.billing.refund.boundary.ApprovalStatus;
import uplink.billing.refund.boundary.ApprovalThreshold;
import uplink.billing.refund.boundary.Approvals;
import uplink.billing.refund.boundary.Payee;
import uplink.billing.refund.boundary.Payout;
import uplink.billing.refund.boundary.PayoutMethod;
import uplink.billing.refund.boundary.PayoutQuery;
import uplink.billing.refund.boundary.PayoutRequest;
import uplink.billing.refund.boundary.PayoutStatus;
import uplink.billing.refund.boundary.Payouts;
import uplink.billing.refund.boundary.Refund;
import uplink.billing.refund.boundary.RefundKind;
import uplink.billing.refund.boundary.RefundStatus;
import uplink.shared.BusinessException;
import uplink.shared.DatabaseException;
import uplink.shared.Doing;
import uplink.shared.PageRequest;
import uplink.shared.ProblemType;

/** Credit is paid out: never more than is free, whatever else takes from it, and once. */
class PayoutsTest extends PaymentCases {

    private static final Payee ANNA = new Payee("Анна Иванова", "4081 7810 7000 0000 0001", "044525225");

    private final Returns returns = new Returns(roads);
    private final UUID customer = provider.customer();

    @AfterEach
    void closeReturns() throws SQLException {
        try {
            assertSound(customer);
        } finally {
            returns.close();
        }
    }

    /** A large sum in small parts is a large sum: 10,000.00 go out by one's own decision, in a day. */
    @Test
    void manySmallSumsOfOneCustomerNeedASecondPersonAsOneLargeOne() {
        UUID payment = till.cash(customer, "30000.00", null).id();
        assertEquals(PayoutStatus.PAID, returns.payOut(customer, "6000.00", "a").status());
        assertEquals(
                RefundStatus.SUCCEEDED, returns.refund(payment, "4000.00", "b").status(), "exactly the threshold");
        Refund waits = returns.refund(payment, "0.01", "c");
        assertEquals(RefundStatus.WAITING, waits.status());
        Approval asked = returns.waiting(customer);
        assertEquals(new BigDecimal("0.01"), asked.amount());
        assertEquals(new BigDecimal("10000.00"), asked.beside(), "what the second person is to know");
        returns.approve(returns.second, asked.id());
        Payout also = returns.payOut(customer, "0.02", "d");
        assertEquals(PayoutStatus.WAITING, also.status());
        assertEquals(
                new BigDecimal("10000.00"),
                returns.waiting(customer).beside(),
                "what somebody has approved does not count");
        returns.refuse(returns.second, also.approvalId());
        returns.boundaries.today(DECEMBER.plusDays(1));
        assertEquals(
                PayoutStatus.PAID, returns.payOut(customer, "10000.00", "e").status(), "a day later");
    }

    @Test
    void whoApprovedARefundIsInThePaymentsTrail() {
        UUID payment = till.cash(customer, "30000.00", null).id();
        UUID refund = returns.refund(payment, "20000.00", "a").id();
        UUID decides = Doing.somebody();
        UUID asked = returns.waiting(customer).id();
        Doing.as(decides, Approvals.class, "approve", () -> returns.approve(decides, asked));
        List<AuditRow> trail = returns.boundaries.get(AuditTrail.class).ofPayment(payment, List.of(refund));
        assertEquals(List.of(decides), trail.stream().map(AuditRow::actorId).toList());
        assertEquals("approval.approve", trail.get(0).action());
    }

    @Test
    void howLongItCountsIsASetting() {
        till.cash(customer, "30000.00", null);
        assertEquals(24, threshold(24), "a day");
        assertEquals(
                ProblemType.VALIDATION,
                assertThrows(BusinessException.class, () -> threshold(8761)).type());
        assertEquals(
                ProblemType.VALIDATION,
                assertThrows(BusinessException.class, () -> threshold(-1)).type());
        try {
            assertEquals(8760, threshold(8760));
            assertEquals(0, threshold(0));
            assertEquals(0, threshold(null), "what is not told stays");
            returns.payOut(customer, "9000.00", "a");
            assertEquals(
                    PayoutStatus.PAID, returns.payOut(customer, "9000.00", "b").status(), "each by itself");
        } finally {
            threshold(24);
        }
    }

    private int threshold(Integer hours) {
        Approvals approvals = returns.boundaries.get(Approvals.class);
        BigDecimal above = approvals.currentThreshold().above();
        return returns.boundaries
                .call(() -> approvals.setThreshold(new ApprovalThreshold(above, hours, null)))
                .withinHours();
    }

    @Test
    void whatIsFreeIsPaidOutInCashAndLeavesTheAccount() {
        UUID invoice = invoice(customer, "100.00");
        till.cash(customer, "350.00", invoice);
        Payout paid = returns.payOut(customer, (String) null, "k");
        assertEquals(PayoutStatus.PAID, paid.status());
        assertEquals(new BigDecimal("250.00"), paid.amount());
        assertEquals("RUB", paid.currency());
        assertNull(paid.payee());
        assertNull(paid.approvalId());
        assertEquals("переезжает", paid.reason());
        assertEquals(new BigDecimal("0.00"), provider.balance(customer));
        assertEquals(List.of("invoice paid 100.00"), provider.invoices(customer), "what was paid stays paid");
        assertEquals("clearing:cash payout 250.00", transfer(paid));
        assertEquals(List.of("billing.payout.paid"), events(paid.id()));
        assertEquals(new BigDecimal("0.00"), returns.free(customer).amount());
    }

    @Test
    void aBankNeedsToKnowWhoseAccountItIs() {
        provider.credit(customer, "90.00");
        assertEquals(ProblemType.VALIDATION, problem(() -> returns.payOut(customer, byBank("10.00", null), "a")));
        Payee wrong = new Payee("Анна", "40817810700000000002", "044525225");
        assertEquals(ProblemType.VALIDATION, problem(() -> returns.payOut(customer, byBank("10.00", wrong), "b")));
    }

    @Test
    void oneKeyIsOnePayOutAndParallelOnesTakeNoMoreThanThereIs() {
        till.cash(customer, "100.00", null);
        Payout first = returns.payOut(customer, "30.00", "k");
        assertEquals(first, returns.payOut(customer, "30.00", "k"));
        assertEquals(new BigDecimal("70.00"), provider.balance(customer));
        AtomicInteger paid = new AtomicInteger();
        List<CompletableFuture<Void>> desks = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture.runAsync(() -> takesTwenty("r" + i, paid)))
                .toList();
        desks.forEach(CompletableFuture::join);
        assertEquals(3, paid.get());
        assertEquals(new BigDecimal("10.00"), provider.balance(customer));
    }

    private void takesTwenty(String key, AtomicInteger paid) {
        try (Returns desk = new Returns(roads)) {
            desk.payOut(customer, "20.00", key);
            paid.incrementAndGet();
        } catch (BusinessException e) {
            assertEquals(ProblemType.INSUFFICIENT_FUNDS, e.type());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsOwedIsNotFree() {
        till.cash(customer, "100.00", null);
        assertEquals(ProblemType.INSUFFICIENT_FUNDS, problem(() -> returns.payOut(customer, "100.01", "a")));
        BusinessException refused =
                assertThrows(BusinessException.class, () -> returns.payOut(customer, "100.01", "a"));
        assertEquals("amount", refused.errors().get(0).field(), "said beside the sum");
        returns.adjust(customer, "-60.00");
        assertEquals(new BigDecimal("40.00"), returns.free(customer).amount(), "a debit by hand comes first");
        assertEquals(ProblemType.INSUFFICIENT_FUNDS, problem(() -> returns.payOut(customer, "40.01", "b")));
        returns.payOut(customer, "40.00", "c");
        assertEquals(
                ProblemType.INSUFFICIENT_FUNDS, problem(() -> returns.payOut(customer, (String) null, "d")), "nothing");
        returns.adjust(customer, "-1.00");
        assertEquals(new BigDecimal("0.00"), returns.free(customer).amount(), "never below zero");
        assertEquals(new BigDecimal("-1.00"), returns.free(customer).balance());
    }

    @Test
    void aLargePayOutWaitsForAnotherPersonAndCountsAsGone() {
        till.cash(customer, "20000.00", null);
        Payout waits = returns.payOut(customer, byBank("10000.01", ANNA), "k");
        assertEquals(PayoutStatus.WAITING, waits.status());
        assertEquals(new BigDecimal("20000.00"), provider.balance(customer), "nothing is booked");
        assertEquals(new BigDecimal("9999.99"), returns.free(customer).amount());
        assertEquals(new BigDecimal("10000.01"), returns.free(customer).held());
        Approval approval = returns.waiting(customer);
        assertEquals(ApprovalKind.PAYOUT, approval.kind());
        assertEquals(waits.id(), approval.payoutId());
        assertEquals(approval.id(), waits.approvalId());
        assertEquals(ProblemType.FORBIDDEN, problem(() -> returns.approve(returns.first, approval.id())));
        returns.approve(returns.second, approval.id());
        Payout paid = returns.payOut(waits.id());
        assertEquals(PayoutStatus.PAID, paid.status());
        assertEquals(new Payee("Анна Иванова", "40817810700000000001", "044525225"), paid.payee());
        assertEquals("clearing:bank payout 10000.01", transfer(paid));
        assertEquals(new BigDecimal("9999.99"), provider.balance(customer));
        assertEquals(ProblemType.INVALID_STATE, problem(() -> returns.refuse(returns.second, approval.id())));
    }

    @Test
    void whatIsRefusedIsFreeAgain() {
        till.cash(customer, "20000.00", null);
        Payout waits = returns.payOut(customer, "20000.00", "k");
        assertEquals(ProblemType.INSUFFICIENT_FUNDS, problem(() -> returns.payOut(customer, "0.01", "l")));
        returns.refuse(returns.second, returns.waiting(customer).id());
        assertEquals(PayoutStatus.REFUSED, returns.payOut(waits.id()).status());
        assertEquals(new BigDecimal("20000.00"), returns.free(customer).amount());
    }

    @Test
    void creditThatWasUsedMeanwhileIsNotPaidOut() {
        till.cash(customer, "20000.00", null);
        Payout waits = returns.payOut(customer, "20000.00", "k");
        returns.adjust(customer, "-0.01");
        UUID approval = returns.waiting(customer).id();
        assertEquals(ProblemType.INSUFFICIENT_FUNDS, problem(() -> returns.approve(returns.second, approval)));
        assertEquals(PayoutStatus.WAITING, returns.payOut(waits.id()).status());
        assertEquals(
                ApprovalStatus.REFUSED, returns.refuse(returns.second, approval).status());
    }

    @Test
    void whatIsOnItsWayBackIsNotFree() {
        UUID first = till.cash(customer, "15000.00", null).id();
        till.cash(customer, "100.00", null);
        Refund refund = returns.refund(first, "15000.00", "k");
        assertEquals(RefundStatus.WAITING, refund.status());
        assertEquals(new BigDecimal("100.00"), returns.free(customer).amount());
        returns.payOut(customer, "100.00", "out");
        returns.approve(returns.second, returns.waiting(customer).id());
        assertEquals(new BigDecimal("0.00"), provider.balance(customer));
    }

    @Test
    void whatWasPaidOutCannotGoBackOnceMore() {
        UUID payment = till.cash(customer, "300.00", null).id();
        returns.payOut(customer, "200.00", "out");
        assertEquals(ProblemType.MORE_THAN_CAPTURED, problem(() -> returns.refund(payment, "100.01", "a")));
        assertEquals(
                ProblemType.MORE_THAN_CAPTURED,
                problem(() -> returns.refund(payment, "300.00", RefundKind.REVERSAL, "b")));
        assertEquals(
                new BigDecimal("100.00"), returns.refund(payment, null, "c").amount());
        assertEquals(new BigDecimal("0.00"), provider.balance(customer));
    }

    @Test
    void aChargebackOfWhatWasPaidOutIsOwed() {
        UUID oldest = invoice(customer, "50.00");
        UUID payment = till.pay(customer, card("300.00", null), "p").id();
        bank.pay(externalId(payment));
        till.settle(payment);
        assertEquals("succeeded", status(payment));
        returns.payOut(customer, "200.00", "out");
        bank.takeBack(externalId(payment), "300.00");
        provider.sql.update("update payments set returns_ask_at = clock_timestamp() where id = ?", payment);
        returns.runJob();
        assertEquals(RefundStatus.SUCCEEDED, returns.of(payment).get(0).status());
        assertEquals(new BigDecimal("-250.00"), provider.balance(customer), "the invoice, and what is in their hands");
        assertEquals(List.of("invoice pending 50.00"), provider.invoices(customer));
        assertTrue(events(oldest).contains("billing.invoice.reopened"));
        till.cash(customer, "250.00", null);
        assertEquals(List.of("invoice paid 50.00"), provider.invoices(customer));
    }

    @Test
    void severalCreditsArePaidOutTheOldestFirst() {
        provider.credit(customer, "30.00");
        provider.credit(customer, "30.00");
        provider.credit(customer, "30.00");
        returns.payOut(customer, "45.00", "k");
        assertEquals(
                List.of("15.00", "30.00"),
                provider.sql.list(
                        "select remaining from open_credits where customer_id = ? order by transaction_id",
                        row -> row.getString(1),
                        customer));
        UUID invoice = invoice(customer, "45.00");
        returns.adjust(customer, "0.01");
        assertEquals(List.of("invoice paid 45.00"), provider.invoices(customer));
        assertTrue(events(invoice).contains("billing.invoice.paid"));
    }

    @Test
    void theDatabaseKeepsWhatWasDecided() {
        till.cash(customer, "20000.00", null);
        UUID waits = returns.payOut(customer, "20000.00", "k").id();
        refusedByTheDatabase("update payouts set status = 'paid', paid_at = now() where id = ?", waits);
        refusedByTheDatabase("update payouts set amount = amount - 1 where id = ?", waits);
        refusedByTheDatabase("delete from payouts where id = ?", waits);
        returns.refuse(returns.second, returns.waiting(customer).id());
        refusedByTheDatabase("update payouts set status = 'waiting' where id = ?", waits);
    }

    @Test
    void theyAreListedNewestFirst() {
        provider.credit(customer, "90.00");
        UUID first = returns.payOut(customer, "10.00", "a").id();
        UUID second = returns.payOut(customer, "20.00", "b").id();
        Payouts payouts = returns.boundaries.get(Payouts.class);
        PayoutQuery query = new PayoutQuery(customer, PayoutStatus.PAID, 0, 10);
        assertEquals(
                List.of(second, first),
                payouts.list(query).stream().map(Payout::id).toList());
        assertEquals(2, payouts.count(query));
        assertEquals(0, payouts.count(new PayoutQuery(customer, PayoutStatus.WAITING, 0, 10)));
        assertEquals(
                List.of(second),
                payouts.ofCustomer(customer, new PageRequest(1, null)).items().stream()
                        .map(Payout::id)
                        .toList());
        assertEquals(
                second,
                payouts.page(PayoutStatus.PAID, new PageRequest(1, null))
                        .items()
                        .get(0)
                        .id());
        assertEquals(ProblemType.NOT_FOUND, problem(() -> payouts.currentFree(UUID.randomUUID())));
        assertEquals(ProblemType.NOT_FOUND, problem(() -> payouts.get(UUID.randomUUID())));
    }

    private static PayoutRequest byBank(String amount, Payee payee) {
        return new PayoutRequest(new BigDecimal(amount), null, PayoutMethod.BANK, payee, "расторжение");
    }

    private String transfer(Payout payout) {
        return provider.sql
                .first(
                        """
                        select a.code || ' ' || t.type || ' ' || t.amount from transactions t
                        join ledger_accounts a on a.id = t.credit_account where t.group_id = ?""",
                        row -> row.getString(1),
                        payout.id())
                .orElseThrow();
    }

    private void refusedByTheDatabase(String command, UUID payout) {
        assertThrows(DatabaseException.class, () -> provider.sql.update(command, payout), command);
    }

    private static ProblemType problem(Runnable work) {
        return assertThrows(BusinessException.class, work::run).type();
    }
}
