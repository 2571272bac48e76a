package uplink.customer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.customer.boundary.CustomerHistory;
import uplink.customer.boundary.HistoryEntry;
import uplink.customer.boundary.HistoryKind;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Trail;
import uplink.testing.Desk;

class CustomerHistoryTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Caller MANAGER = new Caller(
            Ids.next(),
            null,
            "manager",
            Set.of(Permission.CUSTOMER_READ, Permission.BILLING_READ, Permission.PAYMENT_READ));
    private static final Caller TECHNICIAN = new Caller(Ids.next(), null, "tech", Set.of(Permission.CUSTOMER_READ));

    private final Desk provider = new Desk(TODAY);
    private final CustomerHistory history = provider.boundaries.get(CustomerHistory.class);
    private final Sql sql = provider.boundaries.sql();
    private final UUID customer = provider.customer("Иванов", 1).id();

    @AfterEach
    void close() throws Exception {
        provider.close();
    }

    /** In another order than the tables are asked in. */
    @Test
    void whatSeveralTablesTellIsOneListNewestFirst() {
        UUID anna = user("Анна");
        told();
        paid(anna);
        changed(anna, "customer.update");
        invoiced("A-1");
        UUID service = provider.subscription(customer, provider.tariff("500.00").id(), TODAY)
                .id();
        List<HistoryEntry> entries = as(MANAGER, () -> history.list(customer, null, 0, 10));
        assertEquals(
                List.of(
                        "subscription.start null",
                        "invoice null",
                        "customer.update Анна",
                        "payment.succeeded Анна",
                        "notice.payment-received null"),
                entries.stream().map(e -> e.what() + " " + e.who()).toList());
        assertEquals(service.toString(), entries.get(0).subjectId());
        assertEquals("A-1", entries.get(1).number());
        assertEquals("12.00", String.valueOf(entries.get(1).amount()));
        assertEquals(5, as(MANAGER, () -> history.count(customer, null)));
        assertEquals(
                List.of("customer.update"),
                as(MANAGER, () -> history.list(customer, HistoryKind.CHANGE, 0, 10)).stream()
                        .map(HistoryEntry::what)
                        .toList());
    }

    @Test
    void moneyIsShownToThoseWhoMayReadIt() {
        UUID anna = user("Анна");
        paid(anna);
        invoiced("A-2");
        changed(anna, "customer.update");
        assertEquals(
                List.of("customer.update"),
                as(TECHNICIAN, () -> history.list(customer, null, 0, 10)).stream()
                        .map(HistoryEntry::what)
                        .toList());
        assertEquals(1, as(TECHNICIAN, () -> history.count(customer, null)));
        assertEquals(List.of(), as(TECHNICIAN, () -> history.list(customer, HistoryKind.MONEY, 0, 10)));
        Caller cashier = new Caller(Ids.next(), null, "c", Set.of(Permission.CUSTOMER_READ, Permission.PAYMENT_READ));
        assertEquals(1, as(cashier, () -> history.count(customer, HistoryKind.MONEY)));
    }

    @Test
    void pagesFollowOneAnotherWithoutGapsOrRepetition() {
        UUID anna = user("Анна");
        for (int i = 0; i < 7; i++) {
            invoiced("P-" + i + customer.toString().substring(30));
            changed(anna, "customer.update");
            told();
        }
        List<UUID> whole = as(MANAGER, () -> history.list(customer, null, 0, 100)).stream()
                .map(HistoryEntry::id)
                .toList();
        assertEquals(21, whole.size());
        List<UUID> paged = new ArrayList<>();
        String cursor = null;
        do {
            PageRequest request = PageRequest.of(4, cursor);
            Page<HistoryEntry> page = as(MANAGER, () -> history.page(customer, null, request));
            page.items().forEach(entry -> paged.add(entry.id()));
            cursor = page.nextCursor();
        } while (cursor != null);
        assertEquals(whole, paged);
        assertEquals(
                whole.subList(5, 9),
                as(MANAGER, () -> history.list(customer, null, 5, 4)).stream()
                        .map(HistoryEntry::id)
                        .toList());
    }

    @Test
    void anotherCustomersHistoryIsAnotherOne() {
        told();
        UUID other = provider.customer("Петров", 1).id();
        assertTrue(as(MANAGER, () -> history.list(other, null, 0, 10)).isEmpty());
        assertEquals(
                ProblemType.NOT_FOUND,
                assertThrows(
                                BusinessException.class,
                                () -> as(MANAGER, () -> history.page(Ids.next(), null, new PageRequest(5, null))))
                        .type());
    }

    private void told() {
        sql.update(
                """
                insert into notifications (id, customer_id, kind, event_id, data, created_at)
                values (?, ?, 'payment-received', ?, '{}', now())""",
                Ids.next(),
                customer,
                Ids.next());
    }

    private void paid(UUID by) {
        sql.update(
                """
                insert into payments (id, customer_id, amount, currency, method, provider, status, created_by, created_at)
                values (?, ?, 10, 'RUB', 'cash', 'cash', 'succeeded', ?, now())""",
                Ids.next(),
                customer,
                by);
    }

    private void invoiced(String number) {
        sql.update(
                """
                insert into invoices (id, customer_id, number, kind, status, amount, tax, currency, issued_on, due_date,
                    items, created_at)
                values (?, ?, ?, 'invoice', 'pending', 12, 2, 'RUB', '2026-11-01', '2026-11-10', '[]', now())""",
                Ids.next(),
                customer,
                number);
    }

    private void changed(UUID by, String action) {
        provider.boundaries.run(
                () -> Trail.note(sql, by, customer, new Trail.Note(action, "customer", customer.toString(), Map.of())));
    }

    private UUID user(String name) {
        UUID user = Ids.next();
        sql.update(
                """
                insert into users (id, email, full_name, role, created_at, updated_at)
                values (?, ?, ?, 'operator', now(), now())""",
                user,
                user + "@example.org",
                name);
        return user;
    }

    private <T> T as(Caller caller, Supplier<T> work) {
        return Callers.as(caller, () -> provider.boundaries.call(work));
    }
}
