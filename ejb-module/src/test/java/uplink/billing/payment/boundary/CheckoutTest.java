package uplink.billing.payment.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uplink.shared.BusinessException;
import uplink.shared.Json;
import uplink.shared.ProblemType;
import uplink.standin.Mood;

/** A customer pays; the provider behaves, or does not. */
class CheckoutTest extends PaymentCases {

    private final UUID customer = provider.customer();

    @Test
    void aConfirmedCardPaymentSettlesItsInvoiceAndLeavesTheRestAsCredit() {
        UUID first = invoice(customer, "100.00");
        UUID named = invoice(customer, "300.00");
        PaymentStarted started = till.pay(customer, card("350.00", named), "k");
        assertEquals(PaymentStatus.PENDING, started.status());
        assertEquals(bank.url() + "/pay/" + externalId(started.id()), started.confirmationUrl());
        assertEquals(0, transfers(started.id()), "nothing is believed before the provider says so");

        bank.pay(externalId(started.id()));
        till.hear(Json.readMap(bank.notification(externalId(started.id()))));
        till.runJob();

        Payment payment = till.payment(started.id());
        assertEquals(PaymentStatus.SUCCEEDED, payment.status());
        assertEquals(new BigDecimal("350.00"), payment.allocated());
        assertNull(payment.confirmationUrl());
        assertEquals(List.of("invoice pending 100.00", "invoice paid 300.00"), provider.invoices(customer));
        assertEquals(List.of("billing.payment.created", "billing.payment.succeeded"), events(started.id()));
        assertEquals(List.of("billing.invoice.paid"), events(named));
        assertEquals(List.of(), events(first));
        assertEquals(new BigDecimal("-50.00"), provider.balance(customer));
        assertEquals(provider.balanceByTransfers(customer), provider.balance(customer));
        assertEquals(
                List.of(PaymentStatus.PENDING, PaymentStatus.SUCCEEDED),
                till.attempts(started.id()).stream().map(PaymentAttempt::told).toList());
    }

    @Test
    void oneKeyIsOnePayment() {
        PaymentStarted first = till.pay(customer, card("300.00", null), "k");
        assertEquals(first, till.pay(customer, card("300.00", null), "k"));
        UUID other = till.pay(provider.customer(), card("300.00", null), "k").id();
        assertTrue(!other.equals(first.id()), "keys belong to their customer");
        assertEquals(2, bank.charges());
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"SILENT", "BROKEN", "GARBAGE"})
    void noAnswerIsUnknownAndTheJobFindsOutWithoutChargingAgain(Mood mood) {
        bank.mood(mood);
        PaymentStarted started = till.pay(customer, card("300.00", null), "k");
        assertEquals(PaymentStatus.UNKNOWN, started.status());
        itIsTime(started.id());
        till.runJob();
        assertEquals("unknown", status(started.id()));

        bank.mood(Mood.NORMAL);
        itIsTime(started.id());
        till.runJob();
        assertEquals("pending", status(started.id()));
        assertEquals(1, bank.charges());
        bank.pay(externalId(started.id()));
        itIsTime(started.id());
        till.runJob();
        assertEquals("succeeded", status(started.id()));
        assertEquals(1, bank.charges());
        assertEquals(new BigDecimal("300.00"), provider.balance(customer));
        assertEquals(4, till.attempts(started.id()).size());
    }

    @Test
    void whatIsAskedForIsAskedAgainLaterEachTimeButWithinTwoMinutes() {
        bank.mood(Mood.BROKEN);
        UUID payment = till.pay(customer, card("300.00", null), "k").id();
        for (int i = 0; i < 12; i++) {
            till.settle(payment);
        }
        assertEquals(
                1,
                provider.sql.number(
                        """
                        select count(*) from payments where id = ? and ask_at
                            between clock_timestamp() + interval '100 s' and clock_timestamp() + interval '120 s'""",
                        payment));
    }

    @Test
    void aRefusalIsAFailureAndSaidOnce() {
        bank.mood(Mood.REFUSING);
        PaymentStarted started = till.pay(customer, card("300.00", null), "k");
        assertEquals(PaymentStatus.FAILED, started.status());
        assertEquals(List.of("billing.payment.created", "billing.payment.failed"), events(started.id()));
        assertEquals("HTTP 400 invalid_request", till.payment(started.id()).failure());
        till.runJob();
        assertEquals(1, till.attempts(started.id()).size());
    }

    @Test
    void aPayerWhoRefusesCancels() {
        PaymentStarted started = till.pay(customer, card("300.00", null), "k");
        bank.refuse(externalId(started.id()));
        itIsTime(started.id());
        till.runJob();
        assertEquals("cancelled", status(started.id()));
        assertEquals(List.of("billing.payment.created", "billing.payment.failed"), events(started.id()));
    }

    @Test
    void aPaymentThatTheProviderNeverKnewIsGivenUpAfterADay() {
        bank.mood(Mood.SILENT);
        UUID payment = till.pay(customer, card("300.00", null), "k").id();
        provider.sql.update(
                "update payment_attempts set began_at = began_at - interval '24 hours' where payment_id = ?", payment);
        bank.mood(Mood.NORMAL);
        itIsTime(payment);
        till.runJob();
        assertEquals("failed", status(payment));
        assertEquals(List.of("billing.payment.created", "billing.payment.failed"), events(payment));
        assertEquals(1, bank.charges());

        // and still: the money came after all
        bank.pay(bank.ids().get(0));
        till.hear(Json.readMap(bank.notification(bank.ids().get(0))));
        till.runJob();
        assertEquals("succeeded", status(payment));
        assertEquals(new BigDecimal("300.00"), provider.balance(customer));
    }

    @Test
    void creditOnTheAccountPaysWhatIsOwedAndNoMore() {
        UUID invoice = invoice(customer, "300.00");
        assertEquals(ProblemType.INSUFFICIENT_FUNDS, refusal(balance("1.00", invoice)));
        provider.credit(customer, "150.00");
        provider.credit(customer, "250.00");
        assertEquals(ProblemType.INSUFFICIENT_FUNDS, refusal(balance("400.01", invoice)));
        assertEquals(ProblemType.VALIDATION, refusal(balance("300.01", invoice)));
        UUID part = till.pay(customer, balance("100.00", invoice), "b1").id();
        assertEquals(part, till.pay(customer, balance("100.00", invoice), "b1").id());
        assertEquals(List.of("invoice pending 300.00"), provider.invoices(customer));
        PaymentStarted rest = till.pay(customer, balance("200.00", null), "b2");
        assertEquals(PaymentStatus.SUCCEEDED, rest.status());
        assertEquals(List.of("invoice paid 300.00"), provider.invoices(customer));
        assertEquals(new BigDecimal("200.00"), till.payment(rest.id()).allocated());
        assertEquals(new BigDecimal("100.00"), provider.balance(customer), "no money has moved");
        assertEquals(List.of("billing.invoice.paid"), events(invoice));
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        UUID foreign = invoice(provider.customer(), "300.00");
        assertEquals(ProblemType.NOT_FOUND, refusal(card("300.00", foreign)));
        assertEquals(ProblemType.VALIDATION, refusal(card("0.00", null)));
        assertEquals(ProblemType.VALIDATION, refusal(card("1.001", null)));
        assertEquals(
                ProblemType.VALIDATION, refusal(new PayRequest(null, BigDecimal.TEN, null, PaymentMethod.CASH, null)));
        assertEquals(
                ProblemType.VALIDATION, refusal(new PayRequest(null, BigDecimal.TEN, "USD", PaymentMethod.CARD, null)));
        assertEquals(
                ProblemType.VALIDATION,
                refusal(new PayRequest(null, BigDecimal.TEN, null, PaymentMethod.CARD, "https://evil.example")));
        assertEquals(0, bank.charges());
        assertEquals(
                List.of(PaymentMethod.BALANCE, PaymentMethod.CARD, PaymentMethod.SBP),
                till.ways().methods());
    }

    private static PayRequest balance(String amount, UUID invoice) {
        return new PayRequest(invoice, new BigDecimal(amount), null, PaymentMethod.BALANCE, null);
    }

    private ProblemType refusal(PayRequest wanted) {
        return assertThrows(
                        BusinessException.class,
                        () -> till.pay(customer, wanted, UUID.randomUUID().toString()))
                .type();
    }
}
