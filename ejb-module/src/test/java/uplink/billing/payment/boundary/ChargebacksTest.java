package uplink.billing.payment.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import uplink.billing.payment.control.RefundRoad;
import uplink.billing.refund.boundary.Refund;
import uplink.billing.refund.boundary.RefundBook;
import uplink.billing.refund.boundary.RefundKind;
import uplink.billing.refund.boundary.RefundStatus;
import uplink.shared.Ids;
import uplink.shared.ProblemType;

/** Money goes back by the provider's own will, or comes back after it has gone. */
class ChargebacksTest extends RefundCases {

    @Test
    void whatFailsAfterItHasGoneBackIsTheCustomersCreditAgainOnce() {
        UUID payment = paid("300.00");
        Refund refund = returns.refund(payment, "200.00", "k");
        assertEquals(List.of("billing.refund.accepted"), events(refund.id()));
        UUID invoice = invoice(customer, "150.00");
        fails(payment, refund);
        fails(payment, refund);
        assertEquals(List.of("billing.refund.accepted", "billing.refund.came-back"), events(refund.id()));
        assertEquals(new BigDecimal("150.00"), provider.balance(customer), "300 - 150, as if nothing had gone back");
        assertEquals(List.of("invoice paid 150.00"), provider.invoices(customer));
        assertEquals(List.of("billing.invoice.paid"), events(invoice));
        Refund after = returns.of(payment).get(0);
        assertEquals(RefundStatus.SUCCEEDED, after.status());
        assertEquals("expired_or_canceled_card", after.failure());
        assertEquals(ProblemType.MORE_THAN_CAPTURED, refusal(payment, "100.01"), "it is credit, not the payment");
        assertEquals(new BigDecimal("150.00"), returns.free(customer).amount(), "it can be paid out");
        assertEquals(
                List.of("refund 200.00 to clearing:" + road.code(), "adjustment 200.00 from clearing:" + road.code()),
                provider.sql.list(
                        """
                        select t.type || ' ' || t.amount || case when a.id = t.credit_account then ' to ' else ' from ' end
                            || a.code
                        from transactions t join ledger_accounts a on a.code is not null
                            and a.id in (t.credit_account, t.debit_account)
                        where t.group_id = ? order by t.id""",
                        row -> row.getString(1),
                        refund.id()));
    }

    /** Also when the credit is paid out then: nothing is given back twice, nor kept. */
    @Test
    void whatHasComeBackIsPaidOutAndTheRestOfThePaymentGoesBackByItself() {
        UUID payment = paid("300.00");
        Refund refund = returns.refund(payment, "200.00", "k");
        fails(payment, refund);
        returns.refund(payment, "100.00", "rest");
        returns.payOut(customer, "200.00", "out");
        assertEquals(new BigDecimal("0.00"), provider.balance(customer));
        assertEquals(2, bank.refunds());
    }

    private void fails(UUID payment, Refund refund) {
        RefundRoad.Returned failed = new RefundRoad.Returned(
                PaymentStatus.FAILED,
                refund.externalId(),
                refund.id(),
                refund.amount(),
                "RUB",
                "expired_or_canceled_card");
        returns.boundaries.get(RefundBook.class).returned(payment, customer, List.of(failed));
    }

    @Test
    void whatTheProviderTakesBackIsBookedOnceWhoeverTellsIt() {
        UUID invoice = invoice(customer, "300.00");
        UUID payment = paid("300.00");
        bank.takeBack(externalId(payment), "120.00");
        hearOfReturns(payment);
        returns.runJob();
        hearOfReturns(payment);
        returns.runJob();
        Refund taken = returns.of(payment).get(0);
        assertEquals(1, returns.of(payment).size());
        assertEquals(RefundKind.CHARGEBACK, taken.kind());
        assertEquals(RefundStatus.SUCCEEDED, taken.status());
        assertEquals(new BigDecimal("-120.00"), provider.balance(customer));
        assertEquals(List.of("billing.invoice.paid", "billing.invoice.reopened"), events(invoice));
        assertEquals(ProblemType.MORE_THAN_CAPTURED, refusal(payment, "180.01"));
    }

    @Test
    void whatThePayersBankDemandsIsShownAndIsBookedWhenItIsLost() {
        UUID payment = paid("300.00");
        Consumer<Boolean> decided = bank.dispute(externalId(payment), "120.00");
        hearOfReturns(payment);
        returns.runJob();
        Refund demanded = returns.of(payment).get(0);
        assertEquals(RefundKind.CHARGEBACK, demanded.kind());
        assertEquals(RefundStatus.PENDING, demanded.status());
        assertEquals(new BigDecimal("300.00"), provider.balance(customer), "it is not decided");
        assertEquals(
                1,
                provider.sql.number(
                        """
                        select count(*) from payments where id = ? and returns_ask_at
                            between clock_timestamp() + interval '5 hours' and clock_timestamp() + interval '6 hours'""",
                        payment),
                "looked at now and then, should nobody say how it ends");
        decided.accept(false);
        provider.sql.update("update payments set returns_ask_at = clock_timestamp() where id = ?", payment);
        returns.runJob();
        assertEquals(RefundStatus.SUCCEEDED, status(demanded));
        assertEquals(1, returns.of(payment).size());
        assertEquals(new BigDecimal("180.00"), provider.balance(customer));
        assertEquals(
                0,
                provider.sql.number(
                        "select count(*) from payments where id = ? and returns_ask_at is not null", payment));
    }

    @Test
    void whatIsDemandedAndKeptWasNever() {
        UUID payment = paid("300.00");
        Consumer<Boolean> decided = bank.dispute(externalId(payment), "300.00");
        hearOfReturns(payment);
        returns.runJob();
        decided.accept(true);
        hearOfReturns(payment);
        returns.runJob();
        assertEquals(
                List.of(RefundStatus.FAILED),
                returns.of(payment).stream().map(Refund::status).toList());
        assertEquals(new BigDecimal("300.00"), provider.balance(customer));
        assertEquals(
                RefundStatus.SUCCEEDED, returns.refund(payment, "300.00", "k").status());
    }

    @Test
    void aNotificationOfMoneyThatNeverWentBackChangesNothing() {
        UUID payment = paid("300.00");
        hearOfReturns(payment);
        returns.runJob();
        assertEquals(List.of(), returns.of(payment));
        assertEquals(new BigDecimal("300.00"), provider.balance(customer));
    }

    @Test
    void aChargebackBesideARefundOnItsWayWaitsForIt() {
        UUID payment = paid("300.00");
        bank.takeBack(externalId(payment), "300.00");
        Refund refund = held(payment);
        hearOfReturns(payment);
        returns.runJob();
        Refund taken = returns.of(payment).get(1);
        assertEquals(RefundStatus.UNKNOWN, taken.status());
        assertEquals("more than is left of the payment", taken.failure());
        assertEquals(new BigDecimal("300.00"), provider.balance(customer));
        itIsTimeFor(refund);
        returns.runJob(); // the provider refuses: it has nothing left to give
        assertEquals(RefundStatus.FAILED, status(refund));
        provider.sql.update("update payments set returns_ask_at = clock_timestamp() where id = ?", payment);
        returns.runJob();
        assertEquals(RefundStatus.SUCCEEDED, status(taken));
        assertEquals(new BigDecimal("0.00"), provider.balance(customer));
    }

    /** A refund that was written down, and whose caller died before it called. */
    private Refund held(UUID payment) {
        UUID id = Ids.next();
        provider.sql.update(
                """
                insert into refunds (id, payment_id, customer_id, kind, amount, currency, reason, provider, status,
                    created_by, created_at, ask_at)
                values (?, ?, ?, 'refund', 300, 'RUB', 'x', ?, 'created', ?, now(),
                    clock_timestamp() + interval '1 hour')""",
                id,
                payment,
                customer,
                road.code(),
                id);
        return returns.of(payment).get(0);
    }
}
