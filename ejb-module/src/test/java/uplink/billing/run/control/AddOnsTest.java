package uplink.billing.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.billing.run.boundary.ChangePreview;
import uplink.billing.run.boundary.PreviewedChange;
import uplink.billing.subscription.boundary.AddOnOffer;
import uplink.billing.subscription.boundary.AddOnWish;
import uplink.billing.subscription.boundary.AddOns;
import uplink.billing.subscription.boundary.ChangeWhen;
import uplink.billing.subscription.boundary.EndWish;
import uplink.billing.subscription.boundary.GrantedDiscount;
import uplink.billing.subscription.boundary.NewFeeCharge;
import uplink.billing.subscription.boundary.NewSubscription;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.catalog.boundary.Discounts;
import uplink.catalog.boundary.NewDiscount;
import uplink.catalog.boundary.NewTariff;
import uplink.catalog.boundary.TariffChange;
import uplink.catalog.boundary.TariffKind;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.ProblemType;
import uplink.testing.Desk;

/** Add-ons live and end with the service that they are sold with; discounts end on a day. */
class AddOnsTest extends RunCases {

    private static final LocalDate START = LocalDate.of(2026, 11, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    private final Desk desk = new Desk(START);
    private final AddOns addons = desk.boundaries.get(AddOns.class);
    private final ChangePreview preview = desk.boundaries.get(ChangePreview.class);
    private final UUID tariff = desk.tariff("600.00").id();
    private final UUID address = addon("150.00");
    private final UUID customer = desk.customer("Дополнев", 1).id();
    private final Caller caller = desk.caller(customer);
    private final UUID service = desk.subscription(customer, tariff, START).id();

    AddOnsTest() {
        commit(START);
        desk.boundaries.today(TODAY);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void whatACustomerTakesCostsWhatWasShownAndIsNotOfferedTwice() {
        assertTrue(offers().contains(address));
        AddOnWish wish = new AddOnWish(address, null);
        PreviewedChange shown = as(() -> preview.ownAddOn(service, wish, Locale.ENGLISH));
        assertEquals(new BigDecimal("75.00"), shown.total(), "15 of 30 days");
        SubscriptionRow made = as(() -> addons.order(service, wish));
        assertEquals(service, made.addonOf());
        assertEquals(desk.subscriptions.get(service).contractId(), made.contractId());
        commit(TODAY);
        assertEquals(new BigDecimal("-675.00"), provider.balance(customer));
        assertTrue(!offers().contains(address));
        refused(ProblemType.NOT_ALLOWED, () -> addons.order(service, wish));
        UUID another = addon("10.00");
        refused(ProblemType.NOT_ALLOWED, () -> addons.order(made.id(), new AddOnWish(another, null)));
    }

    @Test
    void theCatalogueSaysWhatCustomersMayTake() {
        desk.boundaries.run(() -> desk.tariffs.update(address, null, new TariffChange(null, null, false)));
        assertTrue(!offers().contains(address));
        refused(ProblemType.NOT_ALLOWED, () -> addons.order(service, new AddOnWish(address, null)));
        assertEquals(service, sell(address, TODAY).addonOf(), "staff sell it all the same");
        refused(ProblemType.NOT_ALLOWED, () -> addons.order(service, new AddOnWish(tariff, null)));
        refused(ProblemType.VALIDATION, () -> addons.order(service, new AddOnWish(address, TODAY.minusDays(1))));
        refused(ProblemType.VALIDATION, () -> addons.order(service, new AddOnWish(address, TODAY.plusDays(61))));
    }

    @Test
    void anAddOnEndsAtOnceOrWithItsPeriodAndTheEndCanBeWithdrawn() {
        UUID addon =
                as(() -> addons.order(service, new AddOnWish(address, null))).id();
        commit(TODAY);
        SubscriptionRow ending = as(() -> addons.end(addon, new EndWish(ChangeWhen.NEXT_PERIOD)));
        assertEquals(LocalDate.of(2026, 12, 1), ending.endedOn());
        assertNull(as(() -> addons.keep(addon)).endedOn());
        refused(ProblemType.INVALID_STATE, () -> addons.keep(addon));
        LocalDate later = TODAY.plusDays(5);
        desk.boundaries.today(later);
        EndWish now = new EndWish(ChangeWhen.NOW);
        PreviewedChange shown = as(() -> preview.ownAddOnEnd(addon, now, Locale.ENGLISH));
        assertEquals(new BigDecimal("-50.00"), shown.total(), "10 of 30 days come back");
        assertEquals(
                SubscriptionStatus.CANCELLED, as(() -> addons.end(addon, now)).status());
        commit(later);
        assertEquals(new BigDecimal("-625.00"), provider.balance(customer));
        refused(ProblemType.NOT_ALLOWED, () -> addons.end(service, now));
    }

    @Test
    void whatHasNotBegunIsNeverCharged() {
        UUID addon = as(() -> addons.order(service, new AddOnWish(address, TODAY.plusDays(10))))
                .id();
        SubscriptionRow row = as(() -> addons.end(addon, new EndWish(ChangeWhen.NOW)));
        assertEquals(row.startedOn(), row.endedOn());
        commit(LocalDate.of(2026, 12, 1));
        assertEquals(new BigDecimal("-1200.00"), provider.balance(customer));
    }

    @Test
    void theEndOfAServiceIsTheEndOfItsAddOnsAndIsWithdrawnWithThem() {
        UUID addon = sell(address, TODAY).id();
        LocalDate end = LocalDate.of(2026, 12, 1);
        SubscriptionRow ending = desk.boundaries.call(() -> desk.subscriptions.cancel(service, end));
        assertEquals(end, desk.subscriptions.get(addon).endedOn());
        UUID group = ending.planned().get(0).id();
        desk.boundaries.run(() -> desk.subscriptions.withdraw(service, group));
        assertNull(desk.subscriptions.get(service).endedOn());
        assertNull(desk.subscriptions.get(addon).endedOn());
        desk.boundaries.run(() -> desk.subscriptions.cancel(service, end));
        assertEquals(end, sell(addon("20.00"), TODAY).endedOn(), "and what is sold now ends with it, too");
    }

    @Test
    void anAddOnIsNoServiceOfItsOwnAndTheReverse() {
        UUID second = desk.subscription(customer, tariff, TODAY).id();
        refusedByStaff(
                ProblemType.VALIDATION,
                () -> desk.subscriptions.start(new NewSubscription(customer, null, address, TODAY, null)));
        refusedByStaff(
                ProblemType.VALIDATION,
                () -> desk.subscriptions.start(new NewSubscription(customer, null, tariff, TODAY, null, second)));
        refusedByStaff(ProblemType.VALIDATION, () -> desk.subscriptions.changeTariff(service, address, TODAY, null));
        UUID stranger = desk.customer("Чужой", 1).id();
        refusedByStaff(
                ProblemType.VALIDATION,
                () -> desk.subscriptions.start(new NewSubscription(stranger, null, address, TODAY, null, service)));
    }

    @Test
    void aFeeIsShownAsItIsBilled() {
        NewFeeCharge fee = new NewFeeCharge(TODAY, null, new BigDecimal("333.33"), "Выезд", null);
        PreviewedChange shown = desk.boundaries.call(() -> preview.fee(service, fee, Locale.ENGLISH));
        assertEquals(new BigDecimal("333.33"), shown.total());
        desk.boundaries.run(() -> desk.subscriptions.addFee(service, fee));
        commit(TODAY);
        assertEquals(new BigDecimal("-933.33"), provider.balance(customer));
    }

    @Test
    void aDiscountEndsOnADayAndWhatWasChargedWithItIsChargedAgain() {
        UUID half = desk.boundaries
                .call(() -> desk.boundaries
                        .get(Discounts.class)
                        .create(new NewDiscount(
                                "d-" + Ids.next(), "Половина", "Half", new BigDecimal(50), null, null, null)))
                .id();
        LocalDate december = LocalDate.of(2026, 12, 1);
        GrantedDiscount granted =
                desk.boundaries.call(() -> desk.subscriptions.addDiscount(service, half, december, "за терпение"));
        assertEquals("за терпение", granted.reason());
        commit(december);
        assertEquals(new BigDecimal("-900.00"), provider.balance(customer), "600 and a half of 600");
        LocalDate january = LocalDate.of(2027, 1, 1);
        GrantedDiscount ended = desk.boundaries.call(
                () -> desk.subscriptions.endDiscount(service, granted.id(), january, "договорились"));
        assertEquals(january, ended.validTo());
        commit(january);
        assertEquals(new BigDecimal("-1500.00"), provider.balance(customer));
        desk.boundaries.run(() -> desk.subscriptions.endDiscount(service, granted.id(), december, "ошибка"));
        commit(january);
        assertEquals(new BigDecimal("-1800.00"), provider.balance(customer), "back-dated: December costs 600");
        refusedByStaff(
                ProblemType.NOT_FOUND, () -> desk.subscriptions.endDiscount(service, granted.id(), january, "ещё раз"));
        refusedByStaff(
                ProblemType.VALIDATION, () -> desk.subscriptions.endDiscount(service, granted.id(), december, " "));
    }

    private UUID addon(String price) {
        NewTariff wanted = new NewTariff(
                "a-" + Ids.next(),
                TariffKind.OTHER,
                null,
                Desk.version(LocalDate.of(2020, 1, 1), price),
                null,
                true,
                true);
        return desk.boundaries.call(() -> desk.tariffs.create(wanted)).id();
    }

    private SubscriptionRow sell(UUID what, LocalDate on) {
        return desk.boundaries.call(
                () -> desk.subscriptions.start(new NewSubscription(customer, null, what, on, null, service)));
    }

    private List<UUID> offers() {
        return as(() -> addons.offered(service, Locale.ENGLISH)).stream()
                .map(AddOnOffer::tariffId)
                .toList();
    }

    private <T> T as(Supplier<T> work) {
        return desk.boundaries.call(() -> Callers.as(caller, work));
    }

    private void refused(ProblemType type, Supplier<?> work) {
        assertEquals(type, assertThrows(BusinessException.class, () -> as(work)).type());
    }

    private void refusedByStaff(ProblemType type, Supplier<?> work) {
        assertEquals(
                type,
                assertThrows(BusinessException.class, () -> desk.boundaries.call(work))
                        .type());
    }
}
