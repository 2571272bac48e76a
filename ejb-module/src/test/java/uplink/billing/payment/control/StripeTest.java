package uplink.billing.payment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.stripe.net.Webhook;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.payment.boundary.PaymentStatus;
import uplink.standin.Mood;
import uplink.standin.Notice;
import uplink.standin.StandInProvider;
import uplink.testing.Patience;

class StripeTest {

    private static final String SECRET = "whsec_test";

    private final StandInProvider provider =
            StandInProvider.start(0, "shop", "key", Optional.empty()).withStripe("sk_test", SECRET, Optional.empty());
    private final PaymentProvider road = Patience.by(
            PaymentProvider.class,
            provider::mood,
            patience -> new Stripe(provider.url() + "/", "sk_test", SECRET, patience));
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
        Stripe stranger = new Stripe(provider.url(), "other", SECRET, Patience.LONG);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "refund.created",
                "refund.failed",
                "charge.refunded",
                "charge.refund.updated",
                "charge.dispute.created",
                "charge.dispute.closed"
            })
    void anEventOfMoneyOnItsWayBackNamesTheCharge(String type) {
        Map<String, Object> about = Map.of("id", "x_1", "payment_intent", "pi_1", "metadata", Map.of());
        assertEquals(
                Optional.of(new PaymentProvider.Notification("pi_1", null, true)),
                road.read(Map.of("type", type, "data", Map.of("object", about))));
        assertEquals(Optional.empty(), road.read(Map.of("type", type, "data", Map.of("object", Map.of("id", "x_1")))));
    }

    @Test
    void anEventOfAChargeIsNoneOfARefund() {
        assertEquals(
                Optional.of(new PaymentProvider.Notification("ch_1", null)),
                road.read(Map.of("type", "charge.succeeded", "data", Map.of("object", Map.of("id", "ch_1")))));
    }

    @Test
    void moneyGoesBackOnceForItsKeyAndIsToldOf() {
        String id = paid();
        RefundRoad.Wish wish = wish(id, "100.50");
        RefundRoad.Returned given = back().giveBack(wish);
        assertEquals(PaymentStatus.SUCCEEDED, given.told());
        assertEquals(wish.id(), given.refundId());
        assertTrue(given.isSum(new BigDecimal("100.50"), "RUB"), given.toString());
        assertEquals(given, back().giveBack(wish));
        assertEquals(1, provider.refunds());
        assertEquals(Optional.of(List.of(given)), back().returned(id));
        String charge = id.replace("cs_", "pi_");
        assertEquals(Optional.of(List.of(given)), back().returned(charge));
        assertEquals(
                PaymentStatus.SUCCEEDED, back().giveBack(wish(charge, "200.00")).told());
        RefundRoad.Returned refused = back().giveBack(wish(id, "0.01"));
        assertEquals(PaymentStatus.FAILED, refused.told());
        assertEquals("HTTP 400 charge_already_refunded", refused.detail());
    }

    @Test
    void aDisputeIsUnderWayUntilItIsLostOrWon() {
        String id = paid();
        Consumer<Boolean> first = provider.dispute(id, "100.00");
        Consumer<Boolean> second = provider.dispute(id, "50.00");
        assertEquals(List.of(PaymentStatus.PENDING, PaymentStatus.PENDING), told(id));
        first.accept(false);
        second.accept(true);
        assertEquals(List.of(PaymentStatus.SUCCEEDED, PaymentStatus.FAILED), told(id));
        RefundRoad.Returned lost = back().returned(id).orElseThrow().get(0);
        assertNull(lost.refundId());
        assertTrue(lost.isSum(new BigDecimal("100.00"), "RUB"), lost.toString());
        assertEquals("fraudulent", lost.detail());
    }

    @Test
    void ofASessionThatNobodyPaidNothingGoesBack() {
        String id = road.create(order).externalId();
        assertEquals(Optional.of(List.of()), back().returned(id));
        assertEquals(PaymentStatus.UNKNOWN, back().giveBack(wish(id, "1.00")).told());
        assertEquals(0, provider.refunds());
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"SILENT", "BROKEN", "GARBAGE"})
    void whatIsNotToldOfARefundIsUnknown(Mood mood) {
        String charge = paid().replace("cs_", "pi_");
        provider.mood(mood);
        RefundRoad.Wish wish = wish(charge, "100.00");
        RefundRoad.Returned said = back().giveBack(wish);
        assertEquals(PaymentStatus.UNKNOWN, said.told());
        assertNotNull(said.detail());
        assertEquals(Optional.empty(), back().returned(charge));
        assertEquals(
                PaymentStatus.UNKNOWN, back().giveBack(wish("cs_1", "100.00")).told());
        assertEquals(Optional.empty(), back().returned("cs_1"));
        provider.mood(Mood.NORMAL);
        assertEquals(
                List.of(wish.id()),
                back().returned(charge).orElseThrow().stream()
                        .map(RefundRoad.Returned::refundId)
                        .toList(),
                "it was done, and once");
    }

    @Test
    void aRefusalToTellIsNoRefusalToGiveBack() {
        assertEquals(
                PaymentStatus.UNKNOWN, back().giveBack(wish("cs_none", "1.00")).told());
        assertEquals(Optional.empty(), back().returned("cs_none"));
        provider.mood(Mood.REFUSING);
        assertEquals(
                PaymentStatus.FAILED, back().giveBack(wish("pi_none", "1.00")).told());
    }

    @Test
    void aLongReasonIsCut() {
        RefundRoad.Wish wish =
                new RefundRoad.Wish(UUID.randomUUID(), paid(), new BigDecimal("1.00"), "RUB", "r".repeat(500));
        assertEquals(PaymentStatus.SUCCEEDED, back().giveBack(wish).told());
    }

    private String paid() {
        String id = String.valueOf(road.create(order).externalId());
        provider.pay(id);
        assertEquals(id.replace("cs_", "pi_"), road.ask(id).chargeId());
        return id;
    }

    private List<PaymentStatus> told(String id) {
        return back().returned(id).orElseThrow().stream()
                .map(RefundRoad.Returned::told)
                .toList();
    }

    private RefundRoad back() {
        return road.wayBack().orElseThrow();
    }

    private static RefundRoad.Wish wish(String payment, String amount) {
        return new RefundRoad.Wish(UUID.randomUUID(), payment, new BigDecimal(amount), "RUB", "вернуть");
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
        PaymentProvider yooKassa = new YooKassa(provider.url(), "shop", "key", Patience.LONG);
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
