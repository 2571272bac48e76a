package uplink.billing.payment.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uplink.billing.refund.boundary.Adjusted;
import uplink.billing.refund.boundary.Approval;
import uplink.billing.refund.boundary.ApprovalStatus;
import uplink.billing.refund.boundary.Refund;
import uplink.billing.refund.boundary.RefundKind;
import uplink.billing.refund.boundary.RefundStatus;
import uplink.shared.DatabaseException;
import uplink.shared.ProblemType;
import uplink.standin.Mood;

/** Money goes back: by hand, by the provider, with a second person. */
class RefundsTest extends RefundCases {

    @Test
    void aPartOfACardPaymentGoesBackByTheProviderAndTheNewestInvoiceIsOpenAgain() {
        UUID oldest = invoice(customer, "100.00");
        UUID newest = invoice(customer, "200.00");
        UUID payment = paid("350.00");
        Refund refund = returns.refund(payment, "150.00", "k");
        assertEquals(RefundStatus.SUCCEEDED, refund.status());
        assertNotNull(refund.externalId());
        assertEquals(1, bank.refunds());
        assertEquals(List.of("invoice paid 100.00", "invoice pending 200.00"), provider.invoices(customer));
        assertEquals(new BigDecimal("-100.00"), provider.balance(customer));
        assertEquals(
                new BigDecimal("200.00"), till.payment(payment).allocated(), "50 were credit, 100 were the newest's");
        assertEquals(new BigDecimal("150.00"), till.payment(payment).refunded());
        assertEquals(List.of("billing.invoice.paid"), events(oldest));
        assertEquals(List.of("billing.invoice.paid", "billing.invoice.reopened"), events(newest));
        assertEquals(
                List.of("billing.payment.created", "billing.payment.succeeded", "billing.payment.refunded"),
                events(payment));
        assertEquals(
                "clearing:" + road.code() + " refund 150.00",
                provider.sql
                        .first(
                                """
                                select a.code || ' ' || t.type || ' ' || t.amount from transactions t
                                join ledger_accounts a on a.id = t.credit_account where t.group_id = ?""",
                                row -> row.getString(1),
                                refund.id())
                        .orElseThrow());
    }

    @Test
    void oneKeyIsOneRefund() {
        UUID payment = paid("300.00");
        Refund first = returns.refund(payment, "100.00", "k");
        assertEquals(first, returns.refund(payment, "100.00", "k"));
        returns.refund(payment, "100.00", "another");
        assertEquals(2, bank.refunds());
        assertEquals(new BigDecimal("100.00"), provider.balance(customer));
    }

    @Test
    void neverMoreThanWasCaptured() {
        UUID payment = paid("300.00");
        assertEquals(ProblemType.MORE_THAN_CAPTURED, refusal(payment, "300.01"));
        returns.refund(payment, "200.00", "k1");
        assertEquals(ProblemType.MORE_THAN_CAPTURED, refusal(payment, "100.01"));
        returns.refund(payment, null, "k2");
        assertEquals(ProblemType.MORE_THAN_CAPTURED, refusal(payment, null));
        assertEquals(new BigDecimal("0.00"), provider.balance(customer));
        assertThrows(
                DatabaseException.class,
                () -> provider.sql.update("update payments set refunded = refunded + 0.01 where id = ?", payment));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        UUID open = till.pay(customer, card("300.00", null), "open").id();
        assertEquals(ProblemType.INVALID_STATE, refusal(open, "1.00"));
        bank.mood(Mood.SILENT);
        UUID unknown = till.pay(customer, card("300.00", null), "unknown").id();
        assertEquals(ProblemType.INVALID_STATE, refusal(unknown, "1.00"));
        bank.mood(Mood.NORMAL);
        UUID payment = paid("300.00");
        assertEquals(ProblemType.VALIDATION, refusal(payment, "0.00"));
        assertEquals(ProblemType.VALIDATION, refusal(payment, "1.001"));
        assertEquals(ProblemType.VALIDATION, refusal(payment, "300.00", RefundKind.REVERSAL), "no cash");
        assertEquals(ProblemType.VALIDATION, refusal(payment, "300.00", RefundKind.CHARGEBACK));
        assertEquals(ProblemType.NOT_FOUND, refusal(UUID.randomUUID(), "1.00"));
        assertEquals(0, bank.refunds());
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"SILENT", "BROKEN", "GARBAGE"})
    void noAnswerIsUnknownAndTheJobFindsOutWithoutGivingBackAgain(Mood mood) {
        UUID payment = paid("300.00");
        bank.mood(mood);
        Refund refund = returns.refund(payment, "300.00", "k");
        assertEquals(RefundStatus.UNKNOWN, refund.status());
        assertEquals(new BigDecimal("300.00"), provider.balance(customer), "nothing is booked before it is known");
        assertEquals(ProblemType.MORE_THAN_CAPTURED, refusal(payment, "0.01"), "what is on its way counts as gone");
        itIsTimeFor(refund);
        returns.runJob();
        assertEquals(RefundStatus.UNKNOWN, status(refund));
        bank.mood(Mood.NORMAL);
        itIsTimeFor(refund);
        returns.runJob();
        assertEquals(RefundStatus.SUCCEEDED, status(refund));
        assertEquals(1, bank.refunds());
        assertEquals(new BigDecimal("0.00"), provider.balance(customer));
    }

    @Test
    void aRefusalOfTheProviderLetsGoOfTheMoney() {
        UUID payment = paid("300.00");
        bank.mood(Mood.REFUSING);
        Refund refund = returns.refund(payment, "300.00", "k");
        assertEquals(RefundStatus.FAILED, refund.status());
        assertEquals("HTTP 400 invalid_request", refund.failure());
        bank.mood(Mood.NORMAL);
        assertEquals(
                RefundStatus.SUCCEEDED,
                returns.refund(payment, "300.00", "again").status());
        assertEquals(1, bank.refunds());
    }

    @Test
    void onlyWhatWasCapturedIsCreditedAndCanGoBack() {
        UUID payment = till.pay(customer, card("300.00", null), "p").id();
        bank.capture(externalId(payment), "250.00");
        itIsTime(payment);
        till.runJob();
        assertEquals("succeeded", status(payment));
        assertEquals(new BigDecimal("250.00"), provider.balance(customer));
        assertEquals(new BigDecimal("250.00"), till.payment(payment).captured());
        assertEquals(ProblemType.MORE_THAN_CAPTURED, refusal(payment, "250.01"));
        assertEquals(RefundStatus.SUCCEEDED, returns.refund(payment, null, "k").status());
        assertEquals(new BigDecimal("0.00"), provider.balance(customer));
    }

    @Test
    void cashIsGivenBackAtTheDeskAndAMistakeIsReversed() {
        UUID invoice = invoice(customer, "300.00");
        UUID payment = till.cash(customer, "300.00", invoice).id();
        assertEquals(
                RefundStatus.SUCCEEDED, returns.refund(payment, "100.00", "k").status());
        assertEquals(ProblemType.VALIDATION, refusal(payment, "200.00", RefundKind.REVERSAL), "a part is gone");
        assertEquals(List.of("invoice pending 300.00"), provider.invoices(customer));
        UUID wrong = till.cash(customer, "5000.00", null).id();
        Refund reversal = returns.refund(wrong, null, RefundKind.REVERSAL, "k");
        assertEquals(RefundStatus.SUCCEEDED, reversal.status());
        assertEquals(new BigDecimal("-100.00"), provider.balance(customer));
        assertEquals(0, bank.refunds());
    }

    @Test
    void otherCreditSettlesWhatARefundHasOpened() {
        UUID first = till.cash(customer, "300.00", null).id();
        UUID invoice = invoice(customer, "300.00");
        till.cash(customer, "300.00", invoice);
        returns.refund(first, "300.00", "k");
        assertEquals(List.of("invoice paid 300.00"), provider.invoices(customer));
        assertEquals(new BigDecimal("0.00"), provider.balance(customer));
        assertEquals(List.of("billing.invoice.paid"), events(invoice), "it was never open in between");
    }

    @Test
    void whatWasPaidFromTheBalanceGoesBackToIt() {
        provider.credit(customer, "150.00");
        provider.credit(customer, "250.00");
        UUID invoice = invoice(customer, "300.00");
        UUID payment = till.pay(
                        customer,
                        new PayRequest(invoice, new BigDecimal("300.00"), null, PaymentMethod.BALANCE, null),
                        "b")
                .id();
        assertEquals(
                RefundStatus.SUCCEEDED, returns.refund(payment, "200.00", "k").status());
        assertEquals(List.of("invoice pending 300.00"), provider.invoices(customer));
        assertEquals(new BigDecimal("100.00"), provider.balance(customer), "no money has moved");
        assertEquals(ProblemType.MORE_THAN_CAPTURED, refusal(payment, "100.01"));
    }

    @Test
    void aLargeRefundWaitsForAnotherPerson() {
        UUID payment = paid("20000.00");
        Refund refund = returns.refund(payment, "10000.01", "k");
        assertEquals(RefundStatus.WAITING, refund.status());
        assertEquals(0, bank.refunds());
        assertEquals(ProblemType.MORE_THAN_CAPTURED, refusal(payment, "10000.00"), "what waits counts as gone");
        Approval approval = returns.waiting(customer);
        assertEquals(ProblemType.FORBIDDEN, problem(() -> returns.approve(returns.first, approval.id())));
        assertEquals(
                ApprovalStatus.APPROVED,
                returns.approve(returns.second, approval.id()).status());
        returns.runJob();
        assertEquals(RefundStatus.SUCCEEDED, status(refund));
        assertEquals(new BigDecimal("9999.99"), provider.balance(customer));
        assertEquals(ProblemType.INVALID_STATE, problem(() -> returns.refuse(returns.second, approval.id())));
    }

    @Test
    void aLargeRefundThatIsRefusedLetsGoOfTheMoney() {
        UUID payment = till.cash(customer, "20000.00", null).id();
        Refund refund = returns.refund(payment, "20000.00", "k");
        returns.refuse(returns.second, returns.waiting(customer).id());
        assertEquals(RefundStatus.REFUSED, status(refund));
        assertEquals(new BigDecimal("20000.00"), provider.balance(customer));
        assertEquals(
                RefundStatus.SUCCEEDED,
                returns.refund(payment, "10000.00", "k2").status());
    }

    @Test
    void nobodyGetsRoundTheSecondPerson() {
        UUID payment = till.cash(customer, "20000.00", null).id();
        Refund refund = returns.refund(payment, "20000.00", "k");
        assertThrows(
                DatabaseException.class,
                () -> provider.sql.update("update refunds set status = 'created' where id = ?", refund.id()));
        UUID approval = returns.waiting(customer).id();
        assertThrows(
                DatabaseException.class,
                () -> provider.sql.update(
                        """
                        update approvals set status = 'approved', decided_by = asked_by, decided_at = now()
                        where id = ?""",
                        approval));
    }

    @Test
    void aLargeCorrectionIsPostedWhenAnotherPersonApproves() {
        Adjusted small = returns.adjust(customer, "-10000.00");
        assertNotNull(small.transfer());
        Adjusted large = returns.adjust(customer, "10000.01");
        assertEquals(new BigDecimal("-10000.00"), provider.balance(customer));
        assertEquals(ProblemType.FORBIDDEN, problem(() -> returns.approve(returns.first, large.approvalId())));
        Approval approved = returns.approve(returns.second, large.approvalId());
        assertNotNull(approved.transferId());
        assertEquals(new BigDecimal("0.01"), provider.balance(customer));
    }
}
