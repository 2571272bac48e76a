package uplink.billing.payment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.math.BigDecimal;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.payment.boundary.PaymentStatus;

class AskingTest {

    private static final UUID PAYMENT = UUID.randomUUID();

    @Test
    void anAnswerAboutThisPaymentAndItsSumDecides() {
        for (PaymentStatus told : new PaymentStatus[] {
            PaymentStatus.PENDING, PaymentStatus.SUCCEEDED, PaymentStatus.CANCELLED, PaymentStatus.UNKNOWN
        }) {
            ProviderAnswer answer = answer(told, "ext", PAYMENT, "300.00", "RUB");
            assertSame(answer, asking(null, true).judge(answer));
            assertSame(answer, asking("ext", false).judge(answer));
        }
    }

    @Test
    void moneyThatWasCapturedInPartIsMoneyThatArrived() {
        ProviderAnswer answer = answer(PaymentStatus.SUCCEEDED, "ext", PAYMENT, "299.99", "RUB");
        assertSame(answer, asking("ext", false).judge(answer));
        assertEquals(new BigDecimal("299.99"), answer.captured(new BigDecimal("300.00")));
        assertNull(answer.captured(new BigDecimal("299.99")), "all of it");
    }

    @Test
    void anythingElseDecidesNothing() {
        UUID other = UUID.randomUUID();
        for (ProviderAnswer answer : new ProviderAnswer[] {
            answer(PaymentStatus.SUCCEEDED, "ext", other, "300.00", "RUB"),
            answer(PaymentStatus.SUCCEEDED, "ext", null, "300.00", "RUB"),
            answer(PaymentStatus.SUCCEEDED, "ext", PAYMENT, "300.01", "RUB"),
            answer(PaymentStatus.SUCCEEDED, "ext", PAYMENT, "0.00", "RUB"),
            answer(PaymentStatus.SUCCEEDED, "ext", PAYMENT, "-1.00", "RUB"),
            answer(PaymentStatus.PENDING, "ext", PAYMENT, "299.99", "RUB"),
            answer(PaymentStatus.CANCELLED, "ext", PAYMENT, "299.99", "RUB"),
            answer(PaymentStatus.SUCCEEDED, "ext", PAYMENT, null, "RUB"),
            answer(PaymentStatus.SUCCEEDED, "ext", PAYMENT, "300.00", "USD"),
            answer(PaymentStatus.SUCCEEDED, "other", PAYMENT, "300.00", "RUB"),
        }) {
            ProviderAnswer judged = asking("ext", false).judge(answer);
            assertEquals(PaymentStatus.UNKNOWN, judged.told(), answer.toString());
            assertEquals(null, judged.externalId());
            assertEquals("another payment, or another sum", judged.detail());
        }
    }

    @Test
    void aRefusalDecidesOnlyWhenNoEarlierCallCanHaveGotThrough() {
        ProviderAnswer refused = ProviderAnswer.refused("HTTP 400");
        assertSame(refused, asking(null, true).judge(refused));
        ProviderAnswer later = asking(null, false).judge(refused);
        assertEquals(PaymentStatus.UNKNOWN, later.told());
        assertEquals("HTTP 400", later.detail());
    }

    private static Asking asking(String externalId, boolean first) {
        Order order = new Order(
                PAYMENT,
                UUID.randomUUID(),
                null,
                new BigDecimal("300.00"),
                "RUB",
                PaymentMethod.CARD,
                "yookassa",
                PaymentStatus.CREATED,
                externalId,
                null,
                "",
                null,
                "1",
                false,
                null);
        return new Asking(UUID.randomUUID(), order, first, externalId);
    }

    private static ProviderAnswer answer(PaymentStatus told, String id, UUID payment, String amount, String currency) {
        return new ProviderAnswer(
                told, id, payment, amount == null ? null : new BigDecimal(amount), currency, null, null);
    }
}
