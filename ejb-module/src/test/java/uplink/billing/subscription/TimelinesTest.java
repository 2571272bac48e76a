package uplink.billing.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.billing.rating.boundary.EventType;
import uplink.billing.rating.boundary.RatingTerms;
import uplink.billing.rating.boundary.Timeline;
import uplink.billing.rating.boundary.TimelineEvent;
import uplink.billing.subscription.boundary.NewFeeCharge;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.billing.subscription.control.PriceBook;
import uplink.billing.subscription.control.SubscriptionTimeline;
import uplink.billing.subscription.control.Timelines;
import uplink.catalog.boundary.Discounts;
import uplink.catalog.boundary.NewDiscount;
import uplink.catalog.boundary.NewTariffVersion;
import uplink.shared.Ids;
import uplink.testing.Desk;

class TimelinesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate START = LocalDate.of(2026, 1, 10);

    private final Desk desk = new Desk(TODAY);
    private final UUID customer = desk.customer("Сидоров", 31).id();
    private final UUID tariff = desk.tariff("500.00").id();

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void aPlainSubscriptionIsOneStart() {
        UUID id = desk.subscription(customer, tariff, START).id();
        SubscriptionTimeline loaded = load(id);
        assertEquals(customer, loaded.customerId());
        assertNull(loaded.chargedTo());
        assertEquals(START, loaded.nextDue());
        TimelineEvent start = loaded.timeline().events().get(0);
        assertEquals(1, loaded.timeline().events().size());
        assertEquals(EventType.START, start.type());
        assertEquals(31, start.billingDay());
        assertEquals(new BigDecimal("500.00"), start.terms().price());
        assertEquals(
                0, new BigDecimal("22").compareTo(start.terms().tax().on(TODAY).percent()));
    }

    @Test
    void aNewVersionThatCostsTheSameIsNoChange() {
        UUID id = desk.subscription(customer, tariff, START).id();
        version(tariff, LocalDate.of(2026, 5, 1), "500.00");
        assertEquals(List.of("start 2026-01-10 500.00"), told(id));
        version(tariff, LocalDate.of(2026, 7, 1), "550.00");
        assertEquals(List.of("start 2026-01-10 500.00", "change 2026-07-01 550.00"), told(id));
    }

    @Test
    void aSubscriptionLivesThroughTheVersionsOfTheTariffItHas() {
        UUID other = desk.tariff("700.00").id();
        version(tariff, LocalDate.of(2026, 3, 1), "510.00");
        version(tariff, LocalDate.of(2026, 8, 1), "530.00");
        version(other, LocalDate.of(2026, 4, 1), "710.00");
        version(other, LocalDate.of(2026, 10, 1), "730.00");
        UUID id = desk.subscription(customer, tariff, START).id();
        desk.boundaries.call(() -> desk.subscriptions.changeTariff(id, other, LocalDate.of(2026, 8, 1), null));
        desk.boundaries.call(() -> desk.subscriptions.pause(id, LocalDate.of(2026, 9, 5), SubscriptionStatus.FROZEN));
        desk.boundaries.call(() -> desk.subscriptions.resume(id, LocalDate.of(2026, 10, 1)));
        assertEquals(
                List.of(
                        "start 2026-01-10 500.00",
                        "change 2026-03-01 510.00",
                        "change 2026-08-01 710.00",
                        "pause 2026-09-05",
                        "change 2026-10-01 730.00",
                        "resume 2026-10-01"),
                told(id));
    }

    @Test
    void anOwnPriceOutlivesVersionsAndVersionsEndWithTheSubscription() {
        version(tariff, LocalDate.of(2026, 3, 1), "510.00");
        UUID id = desk.subscription(customer, tariff, START).id();
        desk.boundaries.call(
                () -> desk.subscriptions.changePrice(id, LocalDate.of(2026, 2, 1), new BigDecimal("400.00")));
        desk.boundaries.call(() -> desk.subscriptions.cancel(id, TODAY));
        version(tariff, TODAY.plusDays(1), "600.00");
        assertEquals(List.of("start 2026-01-10 500.00", "change 2026-02-01 400.00", "cancel 2026-11-20"), told(id));
    }

    @Test
    void whatWasPlannedForDaysAfterTheEndIsNotRated() {
        UUID id = desk.subscription(customer, tariff, START).id();
        UUID other = desk.tariff("700.00").id();
        desk.boundaries.call(() -> desk.subscriptions.changeTariff(id, other, TODAY.plusDays(20), null));
        desk.boundaries.call(() -> desk.subscriptions.cancel(id, TODAY.plusDays(10)));
        desk.boundaries.call(() -> desk.subscriptions.addFee(
                id, new NewFeeCharge(TODAY.plusDays(30), null, new BigDecimal("300.00"), "Роутер", null)));
        assertEquals(List.of("start 2026-01-10 500.00", "cancel 2026-11-30", "fee 2026-12-20"), told(id));
    }

    @Test
    void feesAndDiscountsComeWithTheirTerms() {
        UUID id = desk.subscription(customer, tariff, START).id();
        desk.boundaries.call(() -> desk.subscriptions.addFee(
                id, new NewFeeCharge(TODAY, null, new BigDecimal("300.00"), "Выезд мастера", "exempt")));
        Discounts discounts = desk.boundaries.get(Discounts.class);
        UUID summer = desk.boundaries
                .call(() -> discounts.create(
                        new NewDiscount("d-" + Ids.next(), "Летняя", "Summer", new BigDecimal("10"), null, 3, null)))
                .id();
        desk.boundaries.call(() -> desk.subscriptions.addDiscount(id, summer, START, null));
        Timeline timeline = load(id).timeline();
        TimelineEvent fee = timeline.events().get(1);
        assertEquals("Выезд мастера", fee.text());
        assertEquals(new BigDecimal("300.00"), fee.amount());
        assertEquals(0, fee.tax().on(TODAY).percent().signum());
        assertEquals(3, timeline.discounts().get(0).periods());
        assertEquals(START, timeline.discounts().get(0).from());
    }

    @Test
    void onlyWhatIsDueIsLoadedAndTermsAreShared() {
        UUID first = desk.subscription(customer, tariff, START).id();
        UUID second = desk.subscription(customer, tariff, START).id();
        desk.subscription(customer, tariff, TODAY.plusDays(5));
        List<SubscriptionTimeline> due = desk.boundaries.sql().with(connection -> new Timelines(
                        connection, PriceBook.load(connection))
                .due(customer, customer, TODAY, "RUB"));
        assertEquals(
                List.of(first, second),
                due.stream().map(SubscriptionTimeline::subscriptionId).toList());
        assertSame(terms(due.get(0)), terms(due.get(1)));
        assertEquals(
                3,
                desk.boundaries
                        .sql()
                        .with(connection -> new Timelines(connection, PriceBook.load(connection)).ofCustomer(customer))
                        .size());
    }

    @Test
    void loadingTakesTwoStatementsHoweverManyThereAre() {
        IntStream.range(0, 50).forEach(i -> desk.subscription(customer, tariff, START));
        AtomicInteger statements = new AtomicInteger();
        List<SubscriptionTimeline> due = desk.boundaries.sql().with(connection -> {
            PriceBook prices = PriceBook.load(connection);
            return new Timelines(counting(connection, statements), prices).due(customer, customer, TODAY, "RUB");
        });
        assertEquals(50, due.size());
        assertEquals(2, statements.get());
    }

    private static Connection counting(Connection connection, AtomicInteger statements) {
        return (Connection) Proxy.newProxyInstance(
                TimelinesTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, args) -> {
                    statements.addAndGet(method.getName().equals("prepareStatement") ? 1 : 0);
                    return method.invoke(connection, args);
                });
    }

    private static RatingTerms terms(SubscriptionTimeline of) {
        return of.timeline().events().get(0).terms();
    }

    private void version(UUID of, LocalDate from, String price) {
        NewTariffVersion version = Desk.version(from, price);
        desk.boundaries.run(() -> desk.tariffs.addVersion(of, version));
    }

    private SubscriptionTimeline load(UUID id) {
        return desk.boundaries
                .sql()
                .with(connection -> new Timelines(connection, PriceBook.load(connection)).ofSubscription(id))
                .get(0);
    }

    private List<String> told(UUID id) {
        return load(id).timeline().events().stream()
                .map(e -> e.type().code() + " " + e.date()
                        + (e.terms() == null ? "" : " " + e.terms().price()))
                .toList();
    }
}
