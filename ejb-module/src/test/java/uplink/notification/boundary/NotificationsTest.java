package uplink.notification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.testing.Database;
import uplink.testing.Provider;
import uplink.testing.TestClock;

class NotificationsTest {

    private final Provider provider = new Provider();
    private final TestClock clock = new TestClock("Europe/Moscow", "2026-12-01T12:00:00");
    private final NotificationEvents consumer = new NotificationEvents(Database.app(), clock);
    private final Notifications notifications = new Notifications(Database.app(), clock);
    private final UUID customer = customer();

    @Test
    void theCustomerIsToldInBothLanguages() {
        invoice();
        Notice notice = mine(() -> notifications.list(new PageRequest(20, null)))
                .items()
                .get(0);
        assertEquals(NoticeKind.INVOICE_ISSUED, notice.kind());
        assertEquals(
                "Invoice 000000007 for ₽1,650.00 has been issued. Please pay by 15 Dec 2026.",
                notice.text().in(Locale.ENGLISH));
        assertEquals(
                "Выставлен счёт 000000007 на 1\u00a0650,00\u00a0₽. Оплатите его до 15.12.2026.",
                notice.text().in(Locale.forLanguageTag("ru")));
        assertEquals(clock.instant(), notice.createdAt());
        assertNull(notice.readAt());
    }

    @Test
    void theyComeNewestFirstInPages() {
        invoice();
        consumer.on(event("billing.payment.succeeded", Map.of("amount", "5.00", "currency", "RUB")));
        consumer.on(event("subscription.suspended", Map.of()));
        consumer.on(event("subscription.restored", Map.of()));
        consumer.on(event("billing.run.completed", Map.of()));
        Page<Notice> first = mine(() -> notifications.list(new PageRequest(3, null)));
        assertEquals(
                List.of(NoticeKind.SERVICE_RESTORED, NoticeKind.SERVICE_SUSPENDED, NoticeKind.PAYMENT_RECEIVED),
                first.items().stream().map(Notice::kind).toList());
        Page<Notice> second = mine(() -> notifications.list(PageRequest.of(3, first.nextCursor())));
        assertEquals(
                List.of(NoticeKind.INVOICE_ISSUED),
                second.items().stream().map(Notice::kind).toList());
        assertNull(second.nextCursor());
    }

    @Test
    void whoAskedForAFreezeIsNotToldOfADebt() {
        consumer.on(event("subscription.suspended", Map.of("status", "frozen")));
        consumer.on(event("subscription.suspended", Map.of("status", "suspended")));
        List<Notice> told =
                mine(() -> notifications.list(new PageRequest(2, null))).items();
        assertEquals(
                List.of(NoticeKind.SERVICE_SUSPENDED, NoticeKind.SERVICE_FROZEN),
                told.stream().map(Notice::kind).toList());
        assertEquals(
                "Услуга приостановлена по вашей просьбе. Плата за неё пока не начисляется.",
                told.get(1).text().in(Locale.forLanguageTag("ru")));
        assertEquals(
                "Your service is frozen, as you asked. Nothing is charged for it meanwhile.",
                told.get(1).text().in(Locale.ENGLISH));
    }

    @Test
    void aServiceIsCalledAsItsTariffIsOnTheDay() {
        UUID tariff = tariff();
        Map<String, Object> data = Map.of("tariffId", tariff.toString(), "on", "2026-12-01");
        consumer.on(event("subscription.activated", data));
        consumer.on(event("subscription.changed", data));
        consumer.on(event("subscription.cancelled", Map.of("tariffId", tariff.toString(), "on", "2027-02-01")));
        List<Notice> told =
                mine(() -> notifications.list(new PageRequest(3, null))).items();
        assertEquals(
                List.of(NoticeKind.SERVICE_CANCELLED, NoticeKind.SERVICE_CHANGED, NoticeKind.SERVICE_ACTIVATED),
                told.stream().map(Notice::kind).toList());
        assertEquals(
                List.of(
                        "Your service New has ended: from 1 Feb 2027 on it is neither provided nor charged.",
                        "The terms of your service have changed as of 1 Dec 2026. It is Old now; the details are in your account.",
                        "Your service Old is on as of 1 Dec 2026."),
                told.stream().map(notice -> notice.text().in(Locale.ENGLISH)).toList());
        assertEquals(
                "Услуга «Старый» подключена с 01.12.2026.", told.get(2).text().in(Locale.forLanguageTag("ru")));
    }

    @Test
    void whoIsWelcomedIsNotToldOfTheSameServiceOnceMore() {
        UUID tariff = tariff();
        UUID welcomed = provider.subscription(customer, tariff, LocalDate.of(2026, 12, 1));
        UUID another = provider.subscription(customer, tariff, LocalDate.of(2026, 12, 1));
        Sql.in(Database.owner())
                .update(
                        """
                        insert into applications (id, number, status_at, source, customer_id, contact_name, address, created_at,
                            updated_at, subscription_id)
                        values (?, ?, now(), 'call', ?, 'Ёлкин', 'Дом', now(), now(), ?)""",
                        Ids.next(),
                        Ids.next().toString(),
                        customer,
                        welcomed);
        consumer.onAll(List.of(activated(welcomed, tariff), activated(another, tariff)));
        assertEquals(1, mine(notifications::unread));
    }

    @Test
    void onlyASignInWithANewDeviceIsTold() {
        consumer.on(event("auth.signed-in", Map.of("newDevice", false)));
        consumer.on(event("auth.signed-in", Map.of()));
        Event ofStaff = Event.of("auth.signed-in", "/auth", Ids.next(), Map.of("newDevice", true), clock.instant());
        assertFalse(consumer.concerns(ofStaff), "staff are no customers");
        consumer.on(event("auth.signed-in", Map.of("newDevice", true)));
        assertEquals(
                List.of(NoticeKind.NEW_DEVICE),
                mine(() -> notifications.list(new PageRequest(20, null))).items().stream()
                        .map(Notice::kind)
                        .toList());
    }

    @Test
    void whoGetsMoneyBackIsToldWhenItIsOnItsWayAndWhenItIsThere() {
        Map<String, Object> sum = Map.of("amount", "5.00", "currency", "RUB");
        consumer.on(event("billing.refund.accepted", sum));
        consumer.on(event("billing.payment.refunded", Map.of("amount", "5.00", "currency", "RUB", "kind", "refund")));
        consumer.on(event("billing.payment.refunded", Map.of("amount", "6.00", "currency", "RUB", "kind", "reversal")));
        consumer.on(
                event("billing.payment.refunded", Map.of("amount", "7.00", "currency", "RUB", "kind", "chargeback")));
        consumer.on(event("billing.refund.came-back", sum));
        assertEquals(
                List.of(
                        "Your refund of ₽5.00 could not be delivered. The money is on your account with us again.",
                        "Your refund of ₽5.00 has been made.",
                        "Your refund of ₽5.00 is on its way, by the way you had paid. It may take some days."),
                mine(() -> notifications.list(new PageRequest(20, null))).items().stream()
                        .map(notice -> notice.text().in(Locale.ENGLISH))
                        .toList());
    }

    @Test
    void readingCountsDownAndHappensOnce() {
        invoice();
        invoice();
        UUID id = mine(() -> notifications.list(new PageRequest(1, null)))
                .items()
                .get(0)
                .id();
        assertEquals(2, mine(notifications::unread));
        Supplier<Boolean> read = () -> {
            notifications.read(id);
            return true;
        };
        mine(read);
        var readAt = mine(() -> notifications.list(new PageRequest(1, null)))
                .items()
                .get(0)
                .readAt();
        assertNotNull(readAt);
        clock.at("2026-12-02T12:00:00");
        mine(read);
        assertEquals(1, mine(notifications::unread));
        assertEquals(
                readAt,
                mine(() -> notifications.list(new PageRequest(1, null)))
                        .items()
                        .get(0)
                        .readAt());
    }

    @Test
    void anotherCustomersAreNotThere() {
        invoice();
        UUID id = mine(() -> notifications.list(new PageRequest(1, null)))
                .items()
                .get(0)
                .id();
        Caller other = caller(customer());
        assertEquals(0, Callers.as(other, notifications::unread));
        assertEquals(
                ProblemType.NOT_FOUND,
                assertThrows(BusinessException.class, () -> Callers.run(other, () -> notifications.read(id)))
                        .type());
        assertEquals(
                ProblemType.FORBIDDEN,
                assertThrows(BusinessException.class, notifications::unread).type(),
                "who is not a customer has none");
    }

    @Test
    void aCreditNoteIsNoInvoice() {
        consumer.on(event("billing.invoice.created", Map.of("kind", "credit-note")));
        assertEquals(0, mine(notifications::unread));
    }

    private void invoice() {
        consumer.on(event(
                "billing.invoice.created",
                Map.of("number", "000000007", "amount", "1650.00", "currency", "RUB", "dueDate", "2026-12-15")));
    }

    private Event event(String type, Map<String, Object> data) {
        Map<String, Object> all = new java.util.HashMap<>(data);
        all.put("customerId", customer.toString());
        return Event.of(type, "/test", Ids.next(), all, clock.instant());
    }

    private Event activated(UUID subscription, UUID tariff) {
        Map<String, Object> data = Map.of(
                "customerId", customer.toString(),
                "subscriptionId", subscription.toString(),
                "tariffId", tariff.toString(),
                "on", "2026-12-01");
        return Event.of("subscription.activated", "/billing", subscription, data, clock.instant());
    }

    /** Called otherwise from 2027 on. */
    private static UUID tariff() {
        UUID tariff = Ids.next();
        Sql sql = Sql.in(Database.owner());
        sql.update(
                "insert into tariffs (id, code, kind, created_at, updated_at) values (?, ?, 'internet', now(), now())",
                tariff,
                "t-" + tariff);
        sql.update(
                """
                insert into tariff_versions (id, tariff_id, valid_from, valid_to, name_ru, name_en, price, currency, tax_class, created_at)
                select gen_random_uuid(), ?, v.since, v.until, v.ru, v.en, 500, 'RUB', (select min(code) from tax_classes), now()
                from (values (date '2026-01-01', date '2027-01-01', 'Старый', 'Old'), (date '2027-01-01', null, 'Новый', 'New'))
                    v (since, until, ru, en)""",
                tariff);
        return tariff;
    }

    private <T> T mine(Supplier<T> work) {
        return Callers.as(caller(customer), work);
    }

    private static Caller caller(UUID customer) {
        return new Caller(Ids.next(), customer, "test", Set.of(Permission.SELF_READ, Permission.SELF_WRITE));
    }

    private static UUID customer() {
        UUID id = Ids.next();
        Sql.in(Database.owner())
                .update(
                        """
                        insert into customers (id, kind, full_name, contract_number, currency, created_at, updated_at)
                        values (?, 'person', 'Ёлкин', ?, 'RUB', now(), now())""",
                        id,
                        id.toString());
        return id;
    }
}
