package uplink.notification.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.customer.boundary.ContractChange;
import uplink.customer.boundary.NewAddress;
import uplink.network.boundary.NewOutage;
import uplink.network.boundary.Outage;
import uplink.network.boundary.OutagePlace;
import uplink.network.boundary.Outages;
import uplink.notification.Peer;
import uplink.notification.control.Channels;
import uplink.notification.control.PreferenceRows;
import uplink.notification.control.channel.ChannelKind;
import uplink.shared.Event;
import uplink.testing.Database;
import uplink.testing.Desk;

/** An outage is told to whoever has service at its places, and to nobody else. */
class OutageNoticesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    private Desk desk;
    private UUID tariff;

    @BeforeEach
    void isolate() {
        Database.isolate();
        desk = new Desk(TODAY);
        tariff = desk.tariff("500.00").id();
    }

    @AfterEach
    void rejoin() throws Exception {
        desk.close();
        Database.rejoin();
    }

    @Test
    void anOutageOfLongAgoIsListedAndNotSent() {
        UUID here = subscriber("Анна", "Тверь");
        desk.boundaries.sql().update("update customers set email = 'anna@example.org' where id = ?", here);
        new PreferenceRows(desk.boundaries.sql())
                .choose(here, List.of(new PreferenceRows.Choice(NoticeTopic.OUTAGES, NoticeChannel.EMAIL, true)));
        UUID outage = desk.boundaries
                .call(() -> desk.boundaries
                        .get(Outages.class)
                        .declare(new NewOutage(
                                List.of(new OutagePlace("Тверь", null, null)),
                                "Обрыв",
                                "A cable is cut",
                                null,
                                null,
                                null)))
                .id();
        NotificationEvents consumer = desk.boundaries
                .with(Channels.class, new Channels(List.of(new Peer(ChannelKind.EMAIL))))
                .get(NotificationEvents.class);
        for (Instant at : List.of(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-15T00:00:00Z"))) {
            Event event = Event.of("network.outage.started", "/network", outage, Map.of("customers", 1), at);
            desk.boundaries.run(() -> consumer.on(event));
        }
        assertEquals(
                List.of("2026-11-01 too-old", "2026-11-15 waiting"),
                desk.boundaries
                        .sql()
                        .list(
                                """
                                select n.created_at::date || ' ' || m.status from notifications n join messages m on m.notice_id = n.id
                                where m.channel = 'email' order by n.created_at""",
                                row -> row.getString(1)));
    }

    @Test
    void whoIsThereIsToldOnceWhenItBeginsAndWhenItEnds() {
        UUID here = subscriber("Анна", "Тверь");
        subscriber("Борис", "Псков");
        Outages outages = desk.boundaries.get(Outages.class);
        Outage outage = desk.boundaries.call(() -> outages.declare(new NewOutage(
                List.of(new OutagePlace("Тверь", null, null), new OutagePlace("Тверь", "Садовая", null)),
                "Обрыв кабеля",
                "A cable is cut",
                null,
                null,
                null)));
        NotificationEvents consumer = desk.boundaries.get(NotificationEvents.class);
        for (String type : List.of("network.outage.started", "network.outage.ended")) {
            Event event = Event.of(type, "/network", outage.id(), Map.of("customers", 1), Instant.now());
            assertEquals(true, consumer.concerns(event));
            desk.boundaries.run(() -> consumer.onAll(List.of(event)));
        }
        assertEquals(
                List.of(here + " outage-started", here + " outage-ended"),
                desk.boundaries
                        .sql()
                        .list(
                                "select customer_id || ' ' || kind from notifications order by id",
                                row -> row.getString(1)));
        assertEquals(
                Set.of("{\"outageId\": \"" + outage.id() + "\"}"),
                Set.copyOf(desk.boundaries.sql().list("select data::text from notifications", row -> row.getString(1))),
                "how many others there are is nobody's business");
    }

    private UUID subscriber(String name, String city) {
        UUID customer = desk.customer(name, 1).id();
        UUID contract = desk.customers.get(customer).contracts().get(0).id();
        NewAddress address = new NewAddress(null, city, "Садовая", "3", "45", null, null, null);
        desk.boundaries.run(() -> desk.contracts.change(contract, null, new ContractChange(null, null, address)));
        desk.subscription(customer, tariff, TODAY);
        return customer;
    }
}
