package uplink.notification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import uplink.notification.control.Breaker;
import uplink.notification.control.Channels;
import uplink.notification.control.Dispatcher;
import uplink.notification.control.MessageQueue;
import uplink.notification.control.UnsubscribeLinks;
import uplink.notification.control.channel.Channel;
import uplink.notification.control.channel.ChannelKind;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;
import uplink.notification.control.push.PushTokens;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.KeyVault;
import uplink.shared.Sql;
import uplink.testing.Database;
import uplink.testing.Patience;
import uplink.testing.TestClock;

/** All the way from an event about a customer to the peer of one channel, and back into our rows; with nobody else on it. */
public final class Road {

    /** The node is killed: nothing in it catches this. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    public static final String PHONE = "+79161234567";

    private final UUID user = Ids.next();
    private final UUID customer = Ids.next();
    private final UUID session = Ids.next();
    private final Channel channel;
    private final TestClock clock = new TestClock("Europe/Moscow", "2026-12-01T12:00:00");
    private final NotificationEvents consumer;

    public Road(Channel channel) {
        this.channel = channel;
        this.consumer = new NotificationEvents(Database.app(), new Channels(List.of(channel)), clock);
        Sql owner = Sql.in(Database.owner());
        for (String table : List.of("channel_states", "messages", "dead_addresses", "early_reports", "push_tokens")) {
            owner.update("delete from " + table);
        }
        owner.update(
                """
                insert into users (id, email, full_name, role, created_at, updated_at)
                values (?, ?, 'Анна', 'customer', now(), now())""",
                user,
                user + "@example.org");
        owner.update(
                """
                insert into customers (id, user_id, kind, full_name, contract_number, phone, currency, created_at, updated_at)
                values (?, ?, 'person', 'Анна', ?, ?, 'RUB', now(), now())""",
                customer,
                user,
                customer.toString(),
                PHONE);
        owner.update(
                """
                insert into sessions (id, user_id, refresh_family, confirmed_at, created_at, used_at, expires_at)
                values (?, ?, ?, now(), now(), now(), now() + interval '1 day')""",
                session,
                user,
                Ids.next());
    }

    /** A device of the customer's. */
    public UUID device(PushPlatform platform, String address, String publicKey, String secret) {
        return new PushTokens(Database.app())
                .register(session, platform, address, publicKey, secret, 20)
                .id();
    }

    public List<UUID> devices() {
        return sql().list("select id from push_tokens order by created_at", row -> row.getObject(1, UUID.class));
    }

    /** Something happens that the customer is told of by every way: a bill is not paid in time. */
    public void happens() {
        consumer.on(Event.of(
                "billing.invoice.reminded",
                "/test",
                Ids.next(),
                Map.of(
                        "customerId",
                        customer.toString(),
                        "number",
                        "000000007",
                        "amount",
                        "1650.00",
                        "currency",
                        "RUB",
                        "dueDate",
                        "2026-12-15",
                        "days",
                        3),
                clock.instant()));
    }

    /** What is due is sent. */
    public void run() {
        run(channel);
    }

    /** The node sends what is due and is killed before it can note the first answer; after the lease it is another's turn. */
    public void runAndDie() {
        assertThrows(
                Killed.class,
                () -> run(new Channel() {
                    @Override
                    public ChannelKind kind() {
                        return channel.kind();
                    }

                    @Override
                    public boolean isConfigured() {
                        return true;
                    }

                    @Override
                    public Outcome send(Message message) {
                        assertTrue(channel.send(message) instanceof Outcome.Sent);
                        throw new Killed();
                    }
                }));
        assertEquals(List.of("waiting"), states(), "nothing was noted");
        due();
    }

    /** What waits is due now. */
    public void due() {
        sql().update("update messages set next_at = now() - interval '1 second' where status = 'waiting'");
    }

    private void run(Channel by) {
        UnsubscribeLinks links = new UnsubscribeLinks(new KeyVault("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
        new Dispatcher(Database.app(), new MessageQueue(Database.app()), new Breaker(Database.app()), links, by, clock)
                .run(100);
    }

    /** Of all messages, the oldest first. */
    public List<String> states() {
        return sql().list("select status from messages order by id", row -> row.getString(1));
    }

    /** What is known of the last attempt, or the state where there is nothing more. */
    public List<String> failures() {
        return sql().list("select coalesce(failure, status) from messages order by id", row -> row.getString(1));
    }

    public List<UUID> messages() {
        return sql().list("select id from messages order by id", row -> row.getObject(1, UUID.class));
    }

    public List<String> references() {
        return sql().list("select coalesce(reference, '') from messages order by id", row -> row.getString(1));
    }

    public List<String> attempts() {
        return sql().list("select outcome from delivery_attempts order by message_id, no", row -> row.getString(1));
    }

    /** A peer's word arrives when it does. */
    public void awaitStates(String... states) {
        long end = System.nanoTime() + Patience.LONG.toNanos();
        while (!states().equals(List.of(states)) && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        assertEquals(List.of(states), states());
    }

    private static Sql sql() {
        return Sql.in(Database.app());
    }
}
