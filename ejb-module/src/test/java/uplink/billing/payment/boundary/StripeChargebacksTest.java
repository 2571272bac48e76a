package uplink.billing.payment.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.billing.payment.control.PaymentProvider;
import uplink.billing.payment.control.Stripe;
import uplink.billing.refund.boundary.RefundKind;
import uplink.billing.refund.boundary.RefundStatus;
import uplink.shared.BusinessException;

/** Everything that holds for what the provider takes back holds by Stripe, too. */
class StripeChargebacksTest extends ChargebacksTest {

    @Override
    PaymentProvider road(Duration patience) {
        return new Stripe(bank.url(), "sk_test", SECRET, patience);
    }

    @Test
    void whatItTellsOfTheChargeIsFoundByTheChargesId() {
        UUID payment = paid("300.00");
        assertNotEquals(externalId(payment), charge(payment), "a session is paid by an intent");
        bank.takeBack(externalId(payment), "100.00");
        hearOfReturns(payment);
        returns.runJob();
        assertEquals(RefundKind.CHARGEBACK, returns.of(payment).get(0).kind());
    }

    /** Paid before charges were remembered: the register that was read then knows it. */
    @Test
    void aPaymentWhoseChargeWasNotRememberedIsGivenBackAndFoundByTheRegister() {
        UUID payment = paid("300.00");
        String charge = charge(payment);
        provider.sql.update("update payments set charge_id = null where id = ?", payment);
        assertEquals(
                RefundStatus.SUCCEEDED, returns.refund(payment, "100.00", "k").status());
        bank.takeBack(externalId(payment), "50.00");
        hearOfReturns(payment);
        returns.runJob();
        assertEquals(1, returns.of(payment).size(), "nobody knows whose charge it is");
        provider.sql.update(
                """
                insert into register_entries (provider, external_id, payment_id, status, amount, currency, made_at)
                values ('stripe', ?, ?, 'succeeded', 300, 'RUB', ?)""",
                charge,
                payment,
                Instant.now());
        hearOfReturns(payment);
        returns.runJob();
        assertEquals(
                List.of(RefundKind.REFUND, RefundKind.CHARGEBACK),
                returns.of(payment).stream().map(refund -> refund.kind()).toList());
        assertEquals(new BigDecimal("150.00"), provider.balance(customer));
    }

    @Test
    void anUnsignedWordOfMoneyThatWentBackIsNotHeard() {
        UUID payment = paid("300.00");
        bank.takeBack(externalId(payment), "100.00");
        String told = bank.refundNotification(externalId(payment));
        assertThrows(BusinessException.class, () -> till.hear(road.code(), told, "t=1,v1=00"));
        returns.runJob();
        assertEquals(List.of(), returns.of(payment));
    }

    private String charge(UUID payment) {
        return provider.sql
                .first("select charge_id from payments where id = ?", row -> String.valueOf(row.getString(1)), payment)
                .orElseThrow();
    }
}
