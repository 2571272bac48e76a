package uplink.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.customer.boundary.ContractChange;
import uplink.customer.boundary.NewAddress;
import uplink.network.boundary.AffectedCustomer;
import uplink.network.boundary.AffectedQuery;
import uplink.network.boundary.CustomerOutage;
import uplink.network.boundary.NetworkStatus;
import uplink.network.boundary.NewOutage;
import uplink.network.boundary.Outage;
import uplink.network.boundary.OutageNotice;
import uplink.network.boundary.OutagePlace;
import uplink.network.boundary.OutageQuery;
import uplink.network.boundary.OutageStatus;
import uplink.network.boundary.Outages;
import uplink.network.boundary.PlaceCount;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.DatabaseException;
import uplink.shared.FieldError;
import uplink.shared.Ids;
import uplink.shared.PageRequest;
import uplink.shared.ProblemType;
import uplink.testing.Boundaries;
import uplink.testing.Desk;
import uplink.testing.Race;

/** Outages from what is said of them to whom they concern. */
class NetworkOutagesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
    private static final Instant NOW = Instant.parse("2026-11-16T09:00:00Z");

    /** A city of its own, so that nothing that other tests have left is in it. */
    private final String city =
            "Город " + Ids.next().toString().replaceAll("[^a-z]", "").concat("x");

    private final Desk desk = new Desk(TODAY);
    private final Outages outages = desk.boundaries.get(Outages.class);
    private final NetworkStatus status = desk.boundaries.get(NetworkStatus.class);
    private final UUID tariff = desk.tariff("500.00").id();

    @AfterEach
    void close() throws Exception {
        desk.boundaries.sql().update("delete from outage_places where city like 'Город %'");
        desk.boundaries
                .sql()
                .update("delete from outages o where not exists (select 1 from outage_places where outage_id = o.id)");
        desk.close();
    }

    private UUID subscriber(String name, String inCity, String street, String house) {
        UUID customer = desk.customer(name, 1).id();
        UUID contract = desk.customers.get(customer).contracts().get(0).id();
        NewAddress address = new NewAddress(null, inCity, street, house, "45", null, null, null);
        desk.boundaries.run(() -> desk.contracts.change(contract, null, new ContractChange(null, null, address)));
        desk.subscription(customer, tariff, TODAY);
        return customer;
    }

    private <T> T call(Supplier<T> work) {
        return desk.boundaries.call(work);
    }

    private static NewOutage wanted(Instant starts, Instant end, OutagePlace... places) {
        return new NewOutage(List.of(places), "Обрыв кабеля", "A cable is cut", "Муфта у дома 3", starts, end);
    }

    private Outage declared(Instant starts, OutagePlace... places) {
        return call(() -> outages.declare(wanted(starts, null, places)));
    }

    private List<UUID> affected(Outage outage) {
        return outages
                .listAffected(new AffectedQuery(outage.id(), null, AffectedQuery.Sort.NAME, true, 0, 100))
                .stream()
                .map(AffectedCustomer::id)
                .toList();
    }

    @Test
    void placesMatchAsPeopleWriteAddresses() {
        UUID mira12 = subscriber("А", city, "ул. Мира", "12 к. 1");
        UUID mira13 = subscriber("Б", city.toUpperCase(Locale.ROOT), "Ул.Мира", "13");
        UUID flyer = subscriber("В", " " + city, "Лётная", "12-1");
        subscriber("Г", city + "-2", "ул. Мира", "12 к. 1");
        assertEquals(List.of(mira12), affected(declared(null, new OutagePlace(city, "ул Мира", "12К1"))));
        assertEquals(List.of(mira12, mira13), affected(declared(null, new OutagePlace(city, "УЛ. МИРА", null))));
        Outage whole = declared(null, new OutagePlace(city.toLowerCase(Locale.ROOT), null, null));
        assertEquals(List.of(mira12, mira13, flyer), affected(whole));
        assertEquals(3, whole.customers());
        assertEquals(List.of(flyer), affected(declared(null, new OutagePlace(city, "летная", "12/1"))));
        assertEquals(List.of(), affected(declared(null, new OutagePlace(city, "Лётная", "121"))), "another house");
        Outage two = declared(null, new OutagePlace(city, "Лётная", null), new OutagePlace(city, "Лётная", "12-1"));
        assertEquals(List.of(flyer), affected(two), "covered twice, counted once");
        assertEquals(1, two.customers());
    }

    @Test
    void whoHasNoServiceThereIsNotAffected() {
        UUID gone = subscriber("Ушедший", city, "Мира", "1");
        UUID moved = subscriber("Переехавший", city, "Мира", "1");
        UUID contract = desk.customers.get(moved).contracts().get(0).id();
        NewAddress elsewhere = new NewAddress(null, city, "Новая", "1", null, null, null, null);
        desk.boundaries.run(() -> desk.contracts.change(contract, null, new ContractChange(null, null, elsewhere)));
        desk.boundaries.sql().update("update subscriptions set status = 'suspended' where customer_id = ?", gone);
        assertEquals(List.of(), affected(declared(null, new OutagePlace(city, "Мира", null))));
    }

    @Test
    void theAffectedAreFilteredSortedAndCutInTheDatabase() {
        UUID a = subscriber("Авдеев Пётр", city, "Мира", "3ж");
        UUID b = subscriber("Белов Иван", city, "Мира", "2");
        UUID c = subscriber("Волков Пётр", city, "Мира", "1");
        Outage outage = declared(null, new OutagePlace(city, null, null));
        assertEquals(List.of(a, c), list(outage, "ПЕТР", AffectedQuery.Sort.NAME, true, 0, 10));
        assertEquals(List.of(a), list(outage, "петр  мира, 3ж", AffectedQuery.Sort.NAME, true, 0, 10));
        assertEquals(List.of(c, b, a), list(outage, null, AffectedQuery.Sort.ADDRESS, true, 0, 10));
        assertEquals(List.of(b), list(outage, null, AffectedQuery.Sort.NAME, false, 1, 1));
        assertEquals(
                2, outages.countAffected(new AffectedQuery(outage.id(), "пётр", AffectedQuery.Sort.NAME, true, 0, 1)));
        var first = outages.pageAffected(outage.id(), null, PageRequest.of(2, null));
        var second = outages.pageAffected(outage.id(), null, PageRequest.of(2, first.nextCursor()));
        assertEquals(
                List.of(c, b, a),
                Stream.concat(first.items().stream(), second.items().stream())
                        .map(AffectedCustomer::id)
                        .toList());
    }

    private List<UUID> list(
            Outage outage, String text, AffectedQuery.Sort sort, boolean ascending, int first, int size) {
        return outages.listAffected(new AffectedQuery(outage.id(), text, sort, ascending, first, size)).stream()
                .map(AffectedCustomer::id)
                .toList();
    }

    @Test
    void placesAreCountedBeforeTheyAreWritten() {
        subscriber("А", city, "Мира", "1");
        subscriber("Б", city, "Мира", "2");
        List<OutagePlace> places = List.of(
                new OutagePlace(city, "Мира", null),
                new OutagePlace(city, "Мирра", null),
                new OutagePlace(city, "мира", "2"),
                new OutagePlace(city, null, null));
        assertEquals(
                List.of(2, 0, 1, 2),
                outages.countAt(places).stream().map(PlaceCount::customers).toList());
    }

    @Test
    void aPlaceThatIsWrittenTwiceIsCountedOnce() {
        subscriber("А", city, "Мира", "1");
        OutagePlace street = new OutagePlace(city, "Мира", null);
        OutagePlace whole = new OutagePlace(city, null, null);
        OutagePlace again = new OutagePlace(city.toUpperCase(Locale.ROOT), null, null);
        assertEquals(
                List.of(new PlaceCount(street, 1), new PlaceCount(whole, 1)),
                outages.countAt(List.of(street, whole, again, street)));
    }

    /** A page of a city's outage must not count the city. */
    @Test
    void ofALargeOutageTheNumberThatIsKeptIsTold() {
        subscriber("Авдеев", city, "Мира", "1");
        Outage outage = declared(null, new OutagePlace(city, null, null));
        desk.boundaries.sql().update("update outages set customers = 10001 where id = ?", outage.id());
        assertEquals(10_001, count(outage, null));
        assertEquals(1, count(outage, "авдеев"));
        desk.boundaries.sql().update("update outages set customers = 10000 where id = ?", outage.id());
        assertEquals(1, count(outage, " "), "a number that can be counted is counted");
    }

    private long count(Outage outage, String text) {
        return outages.countAffected(new AffectedQuery(outage.id(), text, AffectedQuery.Sort.NAME, true, 0, 1));
    }

    @Test
    void oneThatHasBegunIsAnnouncedAtOnceAndOnce() {
        Outage outage = declared(NOW.minus(Duration.ofHours(2)), new OutagePlace(city, null, null));
        assertEquals(OutageStatus.CURRENT, outage.status());
        assertEquals(List.of("network.outage.started"), desk.boundaries.announced(outage.id()));
        call(outages::begin);
        Outage later = call(() -> outages.replace(
                outage.id(), outage.version(), wanted(null, NOW.plusSeconds(60), new OutagePlace(city, null, null))));
        assertEquals(NOW.plusSeconds(60), later.expectedEnd(), "extended");
        assertEquals(outage.startsAt(), later.startsAt(), "the start stays when it is left out");
        assertEquals(List.of("network.outage.started"), desk.boundaries.announced(outage.id()));
        Outage ended = call(() -> outages.end(outage.id(), later.version()));
        assertEquals(OutageStatus.ENDED, ended.status());
        assertEquals(NOW, ended.endedAt());
        refused(ProblemType.INVALID_STATE, null, () -> outages.end(outage.id(), null));
        assertEquals(List.of("network.outage.started", "network.outage.ended"), desk.boundaries.announced(outage.id()));
    }

    @Test
    void onePlannedBeginsWhenItsTimeHasComeAndIsAnnouncedOnce() {
        Outage outage = declared(NOW.plus(Duration.ofHours(30)), new OutagePlace(city, null, null));
        assertEquals(OutageStatus.PLANNED, outage.status());
        call(outages::begin);
        assertEquals(List.of(), desk.boundaries.announced(outage.id()));
        desk.boundaries.today(TODAY.plusDays(2));
        while (call(outages::begin) > 0) {
            // and the next ones
        }
        call(outages::begin);
        assertEquals(OutageStatus.CURRENT, outages.get(outage.id()).status());
        assertEquals(List.of("network.outage.started"), desk.boundaries.announced(outage.id()));
    }

    @Test
    void twoNodesThatLookTogetherAnnounceOnce() throws Exception {
        Outage outage = declared(NOW.plus(Duration.ofHours(1)), new OutagePlace(city, null, null));
        desk.boundaries.today(TODAY.plusDays(1));
        try (Boundaries other = new Boundaries(TODAY.plusDays(1))) {
            Outages there = other.get(Outages.class);
            Future<Integer> second = call(() -> {
                outages.begin();
                return Race.meanwhile(() -> other.call(there::begin));
            });
            second.get();
        }
        assertEquals(List.of("network.outage.started"), desk.boundaries.announced(outage.id()));
    }

    @Test
    void onePlannedIsWithdrawnSilentlyAndNeverBegins() {
        Outage outage = declared(NOW.plus(Duration.ofHours(1)), new OutagePlace(city, null, null));
        refused(ProblemType.INVALID_STATE, null, () -> outages.end(outage.id(), null));
        call(() -> outages.withdraw(outage.id(), outage.version()));
        desk.boundaries.today(TODAY.plusDays(1));
        call(outages::begin);
        assertEquals(OutageStatus.WITHDRAWN, outages.get(outage.id()).status());
        assertEquals(List.of(), desk.boundaries.announced(outage.id()));
        refused(
                ProblemType.INVALID_STATE,
                null,
                () -> outages.replace(outage.id(), null, wanted(null, null, new OutagePlace(city, null, null))));
    }

    @Test
    void twoWhoWriteAtOnceSeeEachOther() {
        Outage outage = declared(null, new OutagePlace(city, null, null));
        NewOutage other = wanted(null, null, new OutagePlace(city, "Мира", null));
        Outage changed = call(() -> outages.replace(outage.id(), outage.version(), other));
        assertEquals(List.of(new OutagePlace(city, "Мира", null)), changed.places());
        refused(ProblemType.STALE, null, () -> outages.replace(outage.id(), outage.version(), other));
        refused(ProblemType.STALE, null, () -> outages.end(outage.id(), outage.version()));
    }

    @Test
    void whatCannotBeIsRefusedAtItsField() {
        OutagePlace place = new OutagePlace(city, null, null);
        refused("places", new NewOutage(List.of(), "а", "a", null, null, null));
        refused("places", wanted(null, null, new OutagePlace(" ", null, null)));
        refused("places", wanted(null, null, new OutagePlace("—", null, null)));
        refused("places", wanted(null, null, new OutagePlace(city, null, "12")));
        refused("reasonRu", new NewOutage(List.of(place), " ", "a", null, null, null));
        refused("reasonEn", new NewOutage(List.of(place), "а", "a".repeat(501), null, null, null));
        refused("note", new NewOutage(List.of(place), "а", "a", "a".repeat(2001), null, null));
        refused("startsAt", wanted(NOW.minus(Duration.ofDays(31)), null, place));
        refused("startsAt", wanted(NOW.plus(Duration.ofDays(366)), null, place));
        refused("expectedEnd", wanted(NOW.plusSeconds(60), NOW.plusSeconds(60), place));
        refused("expectedEnd", wanted(NOW.minusSeconds(600), NOW.minusSeconds(60), place));
        Outage begun = declared(null, place);
        refused(
                ProblemType.VALIDATION,
                "startsAt",
                () -> outages.replace(begun.id(), null, wanted(NOW.plusSeconds(60), null, place)));
        assertThrows(DatabaseException.class, () -> desk.boundaries
                .sql()
                .update("update outages set expected_end = starts_at where id = ?", begun.id()));
    }

    @Test
    void numbersOfCardsAreNotKept() {
        String card = "карта 4111 1111 1111 1111 12/27";
        Outage outage = call(() -> outages.declare(
                new NewOutage(List.of(new OutagePlace(city, null, null)), card, card, card, null, null)));
        assertEquals(
                List.of("карта •••• 1111 12/27"),
                Stream.of(outage.reasonRu(), outage.reasonEn(), outage.note())
                        .distinct()
                        .toList());
    }

    private void refused(String field, NewOutage wanted) {
        refused(ProblemType.VALIDATION, field, () -> outages.declare(wanted));
    }

    private void refused(ProblemType type, String field, Supplier<?> work) {
        BusinessException refusal = assertThrows(BusinessException.class, () -> call(work));
        assertEquals(type, refusal.type(), refusal.getMessage());
        if (field != null) {
            assertEquals(
                    List.of(field),
                    refusal.errors().stream().map(FieldError::field).distinct().toList());
        }
    }

    @Test
    void anybodyIsToldOfTheirAddressAndOfNothingElse() {
        Outage outage = declared(null, new OutagePlace(city, "Мира", "12"), new OutagePlace(city, "Победы", null));
        declared(NOW.plusSeconds(3600), new OutagePlace(city, "Лётная", null));
        OutageNotice told = only(status.listOutages(city + ", ул. Мира, д. 12, кв. 45", Locale.ENGLISH));
        assertEquals(List.of(new OutagePlace(city, "Мира", "12")), told.places(), "not the other street");
        assertEquals("A cable is cut", told.reason());
        assertEquals(
                "Обрыв кабеля",
                only(status.listOutages(city + " мира", Locale.forLanguageTag("ru")))
                        .reason());
        assertEquals(outage.startsAt(), told.since());
        assertEquals(OutageStatus.CURRENT, told.status());
        assertEquals(
                OutageStatus.PLANNED,
                only(status.listOutages(city + ", летная", Locale.ENGLISH)).status());
        assertEquals(List.of(), status.listOutages(city + ", ул. Мира, д. 13", Locale.ENGLISH));
        assertEquals(2, status.listOutages(city, Locale.ENGLISH).size());
        assertTrue(status.listOutages(null, Locale.ENGLISH).size() >= 2);
        call(() -> outages.end(outage.id(), null));
        assertEquals(List.of(), status.listOutages(city + ", Мира, 12", Locale.ENGLISH));
        refused(ProblemType.VALIDATION, "address", () -> status.listOutages("x".repeat(301), Locale.ENGLISH));
    }

    private static OutageNotice only(List<OutageNotice> notices) {
        assertEquals(1, notices.size(), notices.toString());
        return notices.get(0);
    }

    @Test
    void customersAreToldOfTheirs() {
        UUID customer = subscriber("А", city, "Мира", "12");
        UUID neighbour = subscriber("Б", city, "Победы", "1");
        declared(NOW.plusSeconds(3600), new OutagePlace(city, null, null));
        Outage now = declared(null, new OutagePlace(city, "Мира", null), new OutagePlace(city, "Мира", "12"));
        List<CustomerOutage> theirs = outages.ofCustomer(customer);
        assertEquals(
                List.of(OutageStatus.CURRENT, OutageStatus.PLANNED),
                theirs.stream().map(CustomerOutage::status).toList());
        assertEquals(city + ", Мира, 12-45", theirs.get(0).address());
        CustomerOutage own =
                Callers.as(desk.caller(customer), () -> call(outages::own)).orElseThrow();
        assertEquals(now.id(), own.id());
        assertEquals(1, outages.ofCustomer(neighbour).size());
        UUID[] waiting = call(() -> outages.waiting(new UUID[] {customer, neighbour, Ids.next()}));
        assertEquals(List.of(customer), Arrays.asList(waiting), "what is planned makes nobody wait");
    }

    @Test
    void listsAreFilteredSortedAndCutInTheDatabase() {
        subscriber("А", city, "Мира", "12");
        Outage first = declared(NOW.minusSeconds(7200), new OutagePlace(city, "Мира", null));
        Outage second = declared(NOW.minusSeconds(60), new OutagePlace(city, "Победы", null));
        Outage third = declared(NOW.plusSeconds(60), new OutagePlace(city, "Лётная", null));
        assertEquals(List.of(third, second, first), list(null, city, OutageQuery.Sort.STARTS, false));
        assertEquals(List.of(second, first), list(OutageStatus.CURRENT, city, OutageQuery.Sort.STARTS, false));
        assertEquals(List.of(third), list(null, city + ", летная", OutageQuery.Sort.STARTS, false));
        assertEquals(first, list(null, city, OutageQuery.Sort.CUSTOMERS, false).get(0));
        assertEquals(2, outages.count(query(OutageStatus.CURRENT, city, OutageQuery.Sort.STARTS, true)));
        var page = outages.page(null, city, PageRequest.of(2, null));
        assertEquals(List.of(third, second), page.items());
        assertEquals(
                List.of(first),
                outages.page(null, city, PageRequest.of(2, page.nextCursor())).items());
        assertFalse(outages.page(OutageStatus.PLANNED, null, PageRequest.of(100, null))
                .items()
                .isEmpty());
    }

    private List<Outage> list(OutageStatus of, String text, OutageQuery.Sort sort, boolean ascending) {
        return outages.list(query(of, text, sort, ascending));
    }

    private static OutageQuery query(OutageStatus of, String text, OutageQuery.Sort sort, boolean ascending) {
        return new OutageQuery(of, text, sort, ascending, 0, 20);
    }
}
