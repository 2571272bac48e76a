package uplink.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.address.boundary.FoundPlace;
import uplink.address.boundary.HouseNote;
import uplink.address.boundary.NewCoverage;
import uplink.address.boundary.NewHouseNote;
import uplink.address.boundary.NewPlace;
import uplink.address.boundary.Place;
import uplink.address.boundary.PlaceChange;
import uplink.address.boundary.PlaceKind;
import uplink.address.boundary.PlaceLine;
import uplink.address.boundary.PlaceMerge;
import uplink.address.boundary.PlaceQuery;
import uplink.address.boundary.Technology;
import uplink.shared.BusinessException;
import uplink.shared.DatabaseException;
import uplink.shared.Ids;
import uplink.shared.PageRequest;
import uplink.shared.ProblemType;
import uplink.testing.Boundaries;

/** The tree as people keep it. */
class PlacesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    private final Boundaries boundaries = new Boundaries(TODAY);
    private final Tree tree = new Tree(boundaries);

    @AfterEach
    void close() throws Exception {
        boundaries.close();
    }

    @Test
    void aPlaceIsToldInOneLine() {
        Place area = tree.add(tree.city, PlaceKind.AREA, "мкр Южный");
        Place house = tree.house(tree.add(area, PlaceKind.STREET, "Мира проспект"), "5 корп. 2");
        assertEquals(tree.word + "ская обл., г. " + tree.word + ", мкр. Южный, пр-т Мира, 5 корп. 2", house.line());
        assertEquals("5 корп. 2", house.title());
        assertEquals("пр-т Мира", tree.places.get(house.parentId()).title());
        assertEquals(
                List.of(PlaceKind.REGION, PlaceKind.CITY, PlaceKind.AREA, PlaceKind.STREET, PlaceKind.HOUSE),
                tree.places.listPath(house.id()).stream().map(Place::kind).toList());
    }

    @Test
    void oneNameIsThereOnceHoweverItIsSpelled() {
        Place street = tree.street("ул. Карла Маркса");
        refused(ProblemType.CONFLICT, "name", () -> tree.street("Маркса Карла улица"));
        tree.street("пер. Карла Маркса");
        tree.house(street, "12 А");
        refused(ProblemType.CONFLICT, "name", () -> tree.house(street, "д. 12а"));
        tree.house(street, "12");
    }

    @Test
    void aPlaceLiesWithinALargerOne() {
        Place street = tree.street("Мира");
        refused(ProblemType.VALIDATION, "parentId", () -> tree.add(street, PlaceKind.CITY, "Клин"));
        refused(ProblemType.VALIDATION, "parentId", () -> tree.add(street, PlaceKind.STREET, "Новая"));
        refused(ProblemType.VALIDATION, "parentId", () -> tree.add(null, PlaceKind.STREET, "Новая"));
        refused(
                ProblemType.VALIDATION,
                "parentId",
                () -> tree.places.add(new NewPlace(Ids.next(), PlaceKind.STREET, null, "Новая")));
        refused(ProblemType.VALIDATION, "name", () -> tree.street(" — "));
        DatabaseException broken = assertThrows(DatabaseException.class, () -> boundaries
                .sql()
                .update("update places set parent_id = ? where id = ?", street.id(), tree.city.id()));
        assertTrue(broken.isBrokenConstraint());
        Place house = tree.house(street, "1");
        assertThrows(DatabaseException.class, () -> boundaries
                .sql()
                .update("update places set kind = 'flat' where id in (?, ?)", street.id(), house.id()));
    }

    @Test
    void childrenComeByRankAndNumberAndInPages() {
        Place street = tree.street("Мира");
        List<Place> houses = Stream.of("12", "9", "9А", "100")
                .map(n -> tree.house(street, n))
                .toList();
        List<String> ordered = List.of("9", "9А", "12", "100");
        assertEquals(ordered, names(tree.places.list(new PlaceQuery(street.id(), null, null, false, 0, 10))));
        var first = tree.places.page(street.id(), PageRequest.of(3, null));
        var second = tree.places.page(street.id(), PageRequest.of(3, first.nextCursor()));
        assertEquals(
                ordered,
                Stream.of(first, second).flatMap(p -> names(p.items()).stream()).toList());
        assertNull(second.nextCursor());
        assertEquals(List.of("9", "9А"), names(tree.places.list(new PlaceQuery(street.id(), null, "9", false, 0, 10))));
        assertEquals(List.of("9А"), names(tree.places.list(new PlaceQuery(street.id(), null, null, false, 1, 1))));
        gone(houses.get(0));
        assertEquals(3, tree.places.count(new PlaceQuery(street.id(), null, null, false, 0, 10)));
        assertEquals(4, tree.places.count(new PlaceQuery(street.id(), PlaceKind.HOUSE, null, true, 0, 10)));
    }

    private void gone(Place place) {
        PlaceChange change = new PlaceChange(place.parentId(), place.type(), place.name(), false);
        tree.call(() -> tree.places.replace(place.id(), place.version(), change));
    }

    private static List<String> names(List<Place> places) {
        return places.stream().map(Place::name).toList();
    }

    @Test
    void whoTypesIsOfferedWhatTheyMayMean() {
        Place mira = tree.street("ул. Мира");
        Place avenue = tree.street("пр-т Мира");
        Place garden = tree.street("Мирная");
        List<Place> houses = List.of(tree.house(mira, "12"), tree.house(mira, "120"), tree.house(avenue, "12к1"));
        String word = tree.word.toUpperCase(java.util.Locale.ROOT);
        assertEquals(ids(List.of(mira, avenue, garden)), sorted(tree.places.search(word + " мир", 10)));
        assertEquals(
                avenue.id(),
                tree.places.search(word + " проспект мира", 10).get(0).id());
        assertEquals(ids(houses), sorted(tree.places.search(word + ", мира, 12", 10)));
        assertEquals(
                houses.get(0).id(),
                tree.places.search(word + ", мира, 12", 10).get(0).id());
        assertEquals(1, tree.places.search(word + ", мира, 12", 1).size());
        assertEquals(List.of(), tree.places.search(" ул. 12", 10));
        assertEquals(
                List.of(),
                tree.places.search(word + "%", 10).stream()
                        .filter(f -> f.kind() == PlaceKind.HOUSE)
                        .toList());
    }

    private static List<UUID> ids(List<Place> places) {
        return places.stream().map(Place::id).sorted().toList();
    }

    private static List<UUID> sorted(List<FoundPlace> found) {
        return found.stream().map(FoundPlace::id).sorted().toList();
    }

    @Test
    void aNewNameIsFoundAtOnceAndTheOldOneNoMore() {
        Place street = tree.street("ул. Старая");
        Place house = tree.house(street, "1");
        PlaceChange change = new PlaceChange(tree.city.id(), "пр-кт", "Новый", null);
        Place renamed = tree.call(() -> tree.places.replace(street.id(), street.version(), change));
        assertEquals("пр-т Новый", renamed.title());
        assertEquals(List.of(house.id()), sorted(tree.places.search(tree.word + " новый 1", 10)));
        assertEquals(List.of(), tree.places.search(tree.word + " старая", 10));
        refused(ProblemType.STALE, null, () -> tree.places.replace(street.id(), street.version(), change));
        PlaceChange city = new PlaceChange(tree.region.id(), "г.", tree.word + "инск", null);
        tree.call(() -> tree.places.replace(tree.city.id(), null, city));
        assertEquals(List.of(house.id()), sorted(tree.places.search(tree.word + "инск новый 1", 10)));
    }

    @Test
    void whatIsNoMoreIsNotFoundAndItsNameIsFree() {
        Place street = tree.street("Мира");
        gone(street);
        assertEquals(List.of(), tree.places.search(tree.word + " мира", 10));
        Place again = tree.street("Мира");
        PlaceChange back = new PlaceChange(tree.city.id(), null, "Мира", true);
        refused(ProblemType.CONFLICT, "name", () -> tree.places.replace(street.id(), null, back));
        refused(ProblemType.VALIDATION, "parentId", () -> tree.house(tree.places.get(street.id()), "1"));
        assertFalse(again.id().equals(street.id()));
    }

    @Test
    void twoPlacesBecomeOneWithAllThatIsThere() {
        Place from = tree.street("ул. Мира");
        Place into = tree.street("Мира");
        Place twin = tree.house(from, "1");
        Place other = tree.house(into, "1");
        Place alone = tree.house(from, "2");
        NewCoverage gpon = new NewCoverage(Technology.GPON, 1_000_000, null, TODAY, null, null);
        tree.call(() -> tree.coverage.set(twin.id(), null, gpon));
        tree.call(() -> tree.notes.add(twin.id(), new NewHouseNote("2", null, "Код 45")));
        tree.call(() -> tree.notes.add(other.id(), new NewHouseNote("1", null, "Код 1")));
        Place merged = tree.call(() -> tree.places.merge(from.id(), from.version(), new PlaceMerge(into.id())));
        assertEquals(into.id(), merged.id());
        assertEquals(
                ids(List.of(other, alone)), ids(tree.places.list(new PlaceQuery(into.id(), null, null, false, 0, 10))));
        assertEquals(other.id(), tree.places.get(twin.id()).mergedInto());
        assertEquals(1, tree.coverage.list(other.id()).size());
        assertEquals(
                List.of("Код 1", "Код 45"),
                tree.notes.list(other.id()).stream().map(HouseNote::text).toList());
        assertEquals(other.id(), tree.coverage.at(twin.id()).placeId(), "who knows it by its old id finds it");
        refused(ProblemType.INVALID_STATE, null, () -> tree.places.merge(from.id(), null, new PlaceMerge(into.id())));
        refused(ProblemType.VALIDATION, "into", () -> tree.places.merge(into.id(), null, new PlaceMerge(into.id())));
        refused(
                ProblemType.VALIDATION,
                "into",
                () -> tree.places.merge(into.id(), null, new PlaceMerge(tree.city.id())));
        refused(ProblemType.STALE, null, () -> tree.places.merge(into.id(), 99, new PlaceMerge(from.id())));
    }

    @Test
    void linesBringWhatIsMissingAndTheSameLinesBringNothing() {
        Place street = tree.street("ул. Мира");
        List<PlaceLine> lines = List.of(
                new PlaceLine(tree.word + "ская обл.", "город " + tree.word, "Мира", "1"),
                new PlaceLine(tree.word + "ская обл.", tree.word, "улица Мира", "д. 1"),
                new PlaceLine(tree.word + "ская область", "г " + tree.word, "пр-кт Мира", "1"),
                new PlaceLine(tree.word + "ская область", "посёлок " + tree.word, null, "7"));
        assertEquals(5, tree.call(() -> tree.places.takeOver(lines)), "house 1 twice, an avenue, a village, house 7");
        assertEquals(0, tree.call(() -> tree.places.takeOver(lines)));
        assertEquals(List.of("1"), names(tree.places.list(new PlaceQuery(street.id(), null, null, false, 0, 10))));
        assertEquals(
                List.of("г. " + tree.word, "п. " + tree.word),
                tree.places.list(new PlaceQuery(tree.region.id(), null, null, false, 0, 10)).stream()
                        .map(Place::title)
                        .toList());
        assertEquals(0, tree.call(() -> tree.places.takeOver(List.of())));
    }

    @Test
    void ofEachEntranceAndFloorThereIsOneNote() {
        Place house = tree.house(tree.street("Мира"), "1");
        HouseNote note =
                tree.call(() -> tree.notes.add(house.id(), new NewHouseNote("10", "9", "карта 4111 1111 1111 1111")));
        assertEquals("карта •••• 1111", note.text());
        tree.call(() -> tree.notes.add(house.id(), new NewHouseNote("2", null, "Щиток на 3 этаже")));
        tree.call(() -> tree.notes.add(house.id(), new NewHouseNote(null, null, "Ключ от крыши у диспетчера")));
        refused(ProblemType.CONFLICT, "entrance", () -> tree.notes.add(house.id(), new NewHouseNote(" 2", " ", "Ещё")));
        NewHouseNote moved = new NewHouseNote("2", null, "Ещё");
        refused(ProblemType.CONFLICT, "entrance", () -> tree.notes.replace(house.id(), note.id(), null, moved));
        NewHouseNote changed = new NewHouseNote("10", "9", "Сменили замок");
        tree.call(() -> tree.notes.replace(house.id(), note.id(), note.version(), changed));
        refused(ProblemType.STALE, null, () -> tree.notes.replace(house.id(), note.id(), note.version(), changed));
        assertEquals(
                List.of("Ключ от крыши у диспетчера", "Щиток на 3 этаже", "Сменили замок"),
                tree.notes.list(house.id()).stream().map(HouseNote::text).toList());
        refused(ProblemType.VALIDATION, "text", () -> tree.notes.add(tree.city.id(), changed));
        boundaries.run(() -> tree.notes.remove(house.id(), note.id()));
        refused(ProblemType.NOT_FOUND, null, () -> tree.notes.replace(house.id(), note.id(), null, changed));
    }

    private void refused(ProblemType type, String field, Supplier<?> work) {
        BusinessException refusal = assertThrows(BusinessException.class, work::get);
        assertEquals(type, refusal.type(), refusal.getMessage());
        if (field != null) {
            assertEquals(field, refusal.errors().get(0).field());
        }
    }
}
