package uplink.billing.payment.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
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
import uplink.standin.StandInProvider;
import uplink.testing.Patience;

class YooKassaTest {

    private final StandInProvider provider = StandInProvider.start(0, "shop", "key", Optional.empty());
    private final PaymentProvider road = Patience.by(
            PaymentProvider.class,
            provider::mood,
            patience -> new YooKassa(provider.url() + "/", "shop", "key", patience));
    private final Order order = new Order(
            UUID.randomUUID(),
            UUID.randomUUID(),
            null,
            new BigDecimal("300.00"),
            "RUB",
            PaymentMethod.SBP,
            "yookassa",
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
        assertTrue(made.isAbout(order.id(), order.amount(), "RUB"));
        assertEquals(provider.url() + "/pay/" + made.externalId(), made.confirmationUrl());
        assertEquals(made, road.create(order));
        assertEquals(1, provider.charges());
        provider.pay(made.externalId());
        assertEquals(PaymentStatus.SUCCEEDED, road.ask(made.externalId()).told());
    }

    @Test
    void aRefusalByThePayerIsACancellationWithItsReason() {
        ProviderAnswer made = road.create(order);
        provider.refuse(made.externalId());
        ProviderAnswer asked = road.ask(made.externalId());
        assertEquals(PaymentStatus.CANCELLED, asked.told());
        assertEquals("general_decline", asked.detail());
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
        assertTrue(answer.detail() != null && !answer.detail().isEmpty());
    }

    @Test
    void aRefusalToMakeItIsFinalAndARefusalToTellIsNot() {
        provider.mood(Mood.REFUSING);
        ProviderAnswer refused = road.create(order);
        assertEquals(PaymentStatus.FAILED, refused.told());
        assertEquals("HTTP 400 invalid_request", refused.detail());
        assertEquals(PaymentStatus.UNKNOWN, road.ask("../../me").told());
        YooKassa stranger = new YooKassa(provider.url(), "shop", "other", Patience.LONG);
        assertEquals("HTTP 401 invalid_credentials", stranger.create(order).detail());
    }

    @Test
    void nobodyThereIsUnknown() {
        provider.close();
        assertEquals(PaymentStatus.UNKNOWN, road.create(order).told());
    }

    @Test
    void aNotificationNamesAPaymentOrIsNone() {
        UUID id = UUID.randomUUID();
        assertEquals(
                Optional.of(new PaymentProvider.Notification("2c-1", id)),
                road.read(Map.of("object", Map.of("id", "2c-1", "metadata", Map.of("payment_id", id.toString())))));
        assertEquals(
                Optional.of(new PaymentProvider.Notification("2c-1", null)),
                road.read(Map.of("object", Map.of("id", "2c-1", "metadata", Map.of("payment_id", "1 or 1=1")))));
        for (Map<String, Object> none : java.util.List.<Map<String, Object>>of(
                Map.of(),
                Map.of("object", "2c-1"),
                Map.of("object", Map.of("id", 7)),
                Map.of("object", Map.of("id", " ")),
                Map.of("object", Map.of("id", "x".repeat(65))))) {
            assertEquals(Optional.empty(), road.read(none));
        }
    }

    @Test
    void sumsAreReadOnlyInTheFormThatIsAgreed() {
        assertEquals(new BigDecimal("300.5"), Decimals.of("300.5"));
        for (String none : new String[] {null, "", "1e9", "-1", "1.234", "1,5", "1234567890123"}) {
            assertNull(Decimals.of(none), none);
        }
    }

    @Test
    void theConfigurationNamesWhoIsThere() {
        assertEquals(Set.of(PaymentMethod.BALANCE), new Providers().methods());
        Providers some = new Providers(Providers.yooKassa(provider.url(), "shop", "key"));
        assertEquals(Set.of(PaymentMethod.BALANCE, PaymentMethod.CARD, PaymentMethod.SBP), some.methods());
        assertEquals("yookassa", some.taking(PaymentMethod.CARD).orElseThrow().code());
        assertTrue(some.named("yookassa").isPresent());
        assertTrue(some.named("stripe").isEmpty());
        assertTrue(some.taking(PaymentMethod.TERMINAL).isEmpty());
        assertThrows(IllegalArgumentException.class, () -> Providers.yooKassa(provider.url(), "shop", ""));
    }
}
