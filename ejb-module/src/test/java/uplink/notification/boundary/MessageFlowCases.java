package uplink.notification.boundary;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import uplink.notification.Peer;
import uplink.notification.control.Breaker;
import uplink.notification.control.Channels;
import uplink.notification.control.Dispatcher;
import uplink.notification.control.MessageQueue;
import uplink.notification.control.UnsubscribeLinks;
import uplink.notification.control.channel.ChannelKind;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.KeyVault;
import uplink.shared.Sql;
import uplink.testing.Database;
import uplink.testing.TestClock;

/** A customer with events about them, and peers that take messages or do not. */
abstract class MessageFlowCases {

    final TestClock clock = new TestClock("Europe/Moscow", "2026-12-01T12:00:00");
    final MessageQueue queue = new MessageQueue(Database.app());
    final Breaker breaker = new Breaker(Database.app());
    final Peer mail = new Peer(ChannelKind.EMAIL);
    final Peer sms = new Peer(ChannelKind.SMS);
    final NotificationEvents consumer = new NotificationEvents(Database.app(), new Channels(List.of(mail, sms)), clock);
    final UUID customer = customer("anna@example.org", "+79990000001");

    @BeforeAll
    static void alone() {
        Database.isolate();
    }

    @AfterAll
    static void back() {
        Database.rejoin();
    }

    @BeforeEach
    void empty() {
        sql().update("delete from channel_states");
        sql().update("delete from messages");
        sql().update("delete from dead_addresses");
        sql().update("delete from early_reports");
    }

    void run(Peer peer) {
        dispatcher(peer).run(100);
    }

    Dispatcher dispatcher(Peer peer) {
        UnsubscribeLinks links = new UnsubscribeLinks(new KeyVault("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
        return new Dispatcher(Database.app(), queue, breaker, links, peer, clock);
    }

    void makeDue() {
        sql().update("update messages set next_at = now() - interval '1 second' where status = 'waiting'");
    }

    Instant next() {
        return sql().first("select max(next_at) from messages where status = 'waiting'", row -> row.getTimestamp(1)
                        .toInstant())
                .orElseThrow();
    }

    long count(String where) {
        return sql().number("select count(*) from messages where " + where);
    }

    void invoice() {
        consumer.on(event(customer, "billing.invoice.created", BILL));
    }

    void overdue() {
        consumer.on(overdue(clock.instant()));
    }

    Event overdue(Instant at) {
        Map<String, Object> data = new HashMap<>(BILL);
        data.put("days", 3);
        data.put("customerId", customer.toString());
        return Event.of("billing.invoice.reminded", "/test", Ids.next(), data, at);
    }

    static final Map<String, Object> BILL =
            Map.of("number", "000000007", "amount", "1650.00", "currency", "RUB", "dueDate", "2026-12-15");

    Event event(UUID whose, String type, Map<String, Object> data) {
        Map<String, Object> all = new HashMap<>(data);
        all.put("customerId", whose.toString());
        return Event.of(type, "/test", Ids.next(), all, clock.instant());
    }

    static Sql sql() {
        return Sql.in(Database.app());
    }

    static UUID customer(@Nullable String email, @Nullable String phone) {
        UUID id = Ids.next();
        Sql.in(Database.owner())
                .update(
                        """
                        insert into customers (id, kind, full_name, contract_number, email, phone, currency, created_at, updated_at)
                        values (?, 'person', 'Ёлкин', ?, ?, ?, 'RUB', now(), now())""",
                        id,
                        id.toString(),
                        email,
                        phone);
        return id;
    }
}
