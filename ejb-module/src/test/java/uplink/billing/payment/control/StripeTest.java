package uplink.billing.payment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.net.Webhook;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.payment.boundary.PaymentStatus;
import uplink.standin.Mood;
import uplink.standin.Notice;
import uplink.standin.StandInProvider;

class StripeTest {

    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final String SECRET = "whsec_test";

    private final StandInProvider provider =
            StandInProvider.start(0, "shop", "key", Optional.empty()).withStripe("sk_test", SECRET, Optional.empty());
    private final Stripe road = new Stripe(provider.url() + "/", "sk_test", SECRET, PATIENCE);
    private final Order order = new Order(
            UUID.randomUUID(),
            UUID.randomUUID(),
            null,
            new BigDecimal("300.50"),
            "RUB",
            PaymentMethod.CARD,
            "stripe",
            PaymentStatus.CREATED,
            null,
            null,
            "http://localhost/#/back",
            null,
            "K-1",
            false,
            null);

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void aPaymentIsMadeOnceForItsKeyAndToldOf() {
        ProviderAnswer made = road.create(order);
        assertEquals(PaymentStatus.PENDING, made.told());
        assertTrue(made.isAbout(order.id(), order.amount(), "RUB"), made.toString());
        assertEquals(provider.url() + "/pay/" + made.externalId(), made.confirmationUrl());
        assertEquals(made, road.create(order));
        assertEquals(1, provider.charges());
        provider.pay(made.externalId());
        ProviderAnswer paid = road.ask(made.externalId());
        assertEquals(PaymentStatus.SUCCEEDED, paid.told());
        assertTrue(paid.isAbout(order.id(), order.amount(), "RUB"), paid.toString());
        assertNull(paid.confirmationUrl());
    }

    @Test
    void aPayerWhoRefusesCancelsWithTheReason() {
        ProviderAnswer made = road.create(order);
        provider.refuse(made.externalId());
        ProviderAnswer asked = road.ask(made.externalId());
        assertEquals(PaymentStatus.CANCELLED, asked.told());
        assertEquals("general_decline", asked.detail());
    }

    @Test
    void whatIsTakenIsToldAndNotWhatWasWanted() {
        provider.mood(Mood.PARTIAL);
        ProviderAnswer made = road.create(order);
        provider.pay(made.externalId());
        assertEquals(new BigDecimal("150.25"), road.ask(made.externalId()).amount());
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"SLOW", "SILENT", "BROKEN", "GARBAGE"})
    void whatCannotBeUnderstoodOrDoesNotComeIsUnknown(Mood mood) {
        provider.mood(mood);
        ProviderAnswer answer = road.create(order);
        assertEquals(PaymentStatus.UNKNOWN, answer.told());
        assertNull(answer.externalId());
        assertNotNull(answer.detail());
        assertFalse(answer.detail().isEmpty());
        assertEquals(PaymentStatus.UNKNOWN, road.ask("cs_1").told());
    }

    @Test
    void aRefusalToMakeItIsFinalAndARefusalToTellIsNot() {
        provider.mood(Mood.REFUSING);
        ProviderAnswer refused = road.create(order);
        assertEquals(PaymentStatus.FAILED, refused.told());
        assertEquals("HTTP 400 invalid_request", refused.detail());
        provider.mood(Mood.NORMAL);
        assertEquals(PaymentStatus.UNKNOWN, road.ask("cs_none").told());
        assertEquals(PaymentStatus.UNKNOWN, road.ask("../v1/payment_intents").told());
        Stripe stranger = new Stripe(provider.url(), "other", SECRET, PATIENCE);
        assertEquals(PaymentStatus.FAILED, stranger.create(order).told());
        provider.close();
        assertEquals(PaymentStatus.UNKNOWN, road.create(order).told());
    }

    @Test
    void eventsAreGenuineWhenTheyAreSignedAndNew() throws Exception {
        String id = road.create(order).externalId();
        provider.pay(id);
        Notice notice = provider.notice(id);
        String event = notice.body();
        String signature = notice.signature().orElseThrow();
        assertTrue(road.isGenuine(event, signature));
        assertTrue(road.isGenuine(event, signature), "a repetition is as genuine, and does nothing new");
        assertFalse(road.isGenuine(event + " ", signature));
        assertFalse(road.isGenuine(event, null));
        assertFalse(road.isGenuine(event, "t=1,v1=00"));
        assertFalse(road.isGenuine(event, "nonsense"));
        long now = Instant.now().getEpochSecond();
        assertFalse(road.isGenuine(event, Webhook.Signature.generateSignatureHeader(event, "another", now)));
        assertFalse(road.isGenuine(event, Webhook.Signature.generateSignatureHeader(event, SECRET, now - 400)));
        assertTrue(road.isGenuine(event, Webhook.Signature.generateSignatureHeader(event, SECRET, now - 200)));
        assertEquals(Optional.of(new PaymentProvider.Notification(id, order.id())), road.read(Claims.json(event)));
    }

    @Test
    void anEventNamesAnObjectOrIsNone() {
        assertEquals(
                Optional.of(new PaymentProvider.Notification("cs_1", null)),
                road.read(Map.of("data", Map.of("object", Map.of("id", "cs_1", "metadata", "none")))));
        for (Map<String, Object> none : List.<Map<String, Object>>of(
                Map.of(), Map.of("data", "cs_1"), Map.of("data", Map.of("object", Map.of("id", 7))))) {
            assertEquals(Optional.empty(), road.read(none));
        }
    }

    @Test
    void sumsAreCountedInTheSmallestUnitOfTheirCurrency() {
        assertEquals(30050, MinorUnits.of(new BigDecimal("300.50"), "RUB"));
        assertEquals(300, MinorUnits.of(new BigDecimal("300"), "JPY"));
        assertEquals(new BigDecimal("300.50"), MinorUnits.amount(30050, "rub"));
        assertEquals(new BigDecimal("300"), MinorUnits.amount(300, "jpy"));
        assertThrows(ArithmeticException.class, () -> MinorUnits.of(new BigDecimal("1.5"), "JPY"));
    }

    @Test
    void theConfigurationSaysWhoTakesWhat() {
        PaymentProvider yooKassa = new YooKassa(provider.url(), "shop", "key", PATIENCE);
        List<PaymentProvider> both = List.of(yooKassa, road);
        Providers first = new Providers(both);
        assertEquals(yooKassa, first.taking(PaymentMethod.CARD).orElseThrow());
        Providers chosen = new Providers(both, "card=stripe, sbp=yookassa");
        assertEquals(road, chosen.taking(PaymentMethod.CARD).orElseThrow());
        assertEquals(yooKassa, chosen.taking(PaymentMethod.SBP).orElseThrow());
        Providers cards = new Providers(both, "card=stripe");
        assertEquals(Set.of(PaymentMethod.BALANCE, PaymentMethod.CARD), cards.methods());
        assertEquals(yooKassa, cards.named("yookassa").orElseThrow(), "what it has under way goes on");
        for (String wrong : List.of("sbp=stripe", "card=nobody", "card", "card=stripe;sbp=yookassa")) {
            assertThrows(IllegalArgumentException.class, () -> new Providers(both, wrong), wrong);
        }
        assertTrue(Providers.stripe(provider.url(), "", "").isEmpty());
        assertThrows(IllegalArgumentException.class, () -> Providers.stripe(provider.url(), "sk", ""));
    }
}
