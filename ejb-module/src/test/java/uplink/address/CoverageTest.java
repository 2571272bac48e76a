package uplink.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.address.boundary.CoverageRow;
import uplink.address.boundary.Feasibility;
import uplink.address.boundary.FeasibilityAnswer;
import uplink.address.boundary.FeasibleTechnology;
import uplink.address.boundary.NewCoverage;
import uplink.address.boundary.Place;
import uplink.address.boundary.PlaceKind;
import uplink.address.boundary.Technology;
import uplink.shared.BusinessException;
import uplink.shared.DatabaseException;
import uplink.shared.Ids;
import uplink.shared.ProblemType;
import uplink.testing.Boundaries;

/** What can be connected where, and how an address finds its place. */
class CoverageTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    private final Boundaries boundaries = new Boundaries(TODAY);
    private final Tree tree = new Tree(boundaries);

    @AfterEach
    void close() throws Exception {
        boundaries.close();
    }

    private CoverageRow say(Place place, Technology technology, Integer down, LocalDate available, LocalDate planned) {
        NewCoverage said = new NewCoverage(technology, down, down, available, planned, null);
        return tree.call(() -> tree.coverage.set(place.id(), null, said));
    }

    @Test
    void whatIsSaidOfTheSmallestPlaceHolds() {
        Place street = tree.street("Мира");
        Place house = tree.house(street, "1");
        Place other = tree.house(street, "2");
        say(tree.city, Technology.FTTB, 100_000, TODAY.minusYears(1), null);
        say(tree.city, Technology.DSL, 10_000, TODAY.minusYears(9), null);
        say(street, Technology.FTTB, 300_000, TODAY, null);
        say(house, Technology.GPON, 1_000_000, TODAY, null);
        say(house, Technology.DSL, null, null, null);
        Feasibility there = tree.coverage.at(house.id());
        assertEquals(FeasibilityAnswer.YES, there.answer());
        assertEquals(
                List.of(
                        new FeasibleTechnology(Technology.GPON, 1_000_000, 1_000_000, null),
                        new FeasibleTechnology(Technology.FTTB, 300_000, 300_000, null)),
                there.technologies(),
                "the fastest first, and no DSL in this house");
        assertEquals(
                List.of(Technology.FTTB, Technology.DSL),
                tree.coverage.at(other.id()).technologies().stream()
                        .map(FeasibleTechnology::technology)
                        .toList());
        assertEquals(3, tree.coverage.listInForce(house.id()).size());
    }

    @Test
    void whatIsToComeIsPlanned() {
        Place house = tree.house(tree.street("Мира"), "1");
        say(house, Technology.GPON, 1_000_000, null, TODAY.minusDays(1));
        say(house, Technology.FTTB, 100_000, TODAY.plusDays(1), null);
        Feasibility planned = tree.coverage.at(house.id());
        assertEquals(FeasibilityAnswer.PLANNED, planned.answer());
        assertEquals(
                List.of(TODAY.minusDays(1), TODAY.plusDays(1)),
                planned.technologies().stream().map(FeasibleTechnology::from).toList(),
                "late is still to come");
        boundaries.today(TODAY.plusDays(1));
        assertEquals(FeasibilityAnswer.YES, tree.coverage.at(house.id()).answer());
    }

    @Test
    void aHouseWithoutAnythingIsANoAndAStreetIsNot() {
        Place street = tree.street("Мира");
        Place house = tree.house(street, "1");
        assertEquals(FeasibilityAnswer.NO, tree.coverage.at(house.id()).answer());
        assertEquals(FeasibilityAnswer.UNKNOWN, tree.coverage.at(street.id()).answer());
        assertEquals(Feasibility.unknown(), tree.coverage.at(Ids.next()));
        String missing = tree.word + ", Мира, 99";
        assertEquals(FeasibilityAnswer.UNKNOWN, tree.coverage.at(missing).answer());
        assertEquals(street.id(), tree.coverage.at(missing).placeId(), "its street is known");
        say(street, Technology.FTTB, 100_000, TODAY, null);
        assertEquals(FeasibilityAnswer.YES, tree.coverage.at(missing).answer(), "all of the street is covered");
    }

    @Test
    void whatIsEndedLetsTheLargerPlaceSpeak() {
        Place house = tree.house(tree.street("Мира"), "1");
        say(tree.city, Technology.FTTB, 100_000, TODAY, null);
        CoverageRow own = say(house, Technology.FTTB, 300_000, TODAY, null);
        refused(ProblemType.STALE, () -> tree.coverage.end(own.id(), own.version() + 1));
        CoverageRow ended = tree.call(() -> tree.coverage.end(own.id(), own.version()));
        assertEquals(TODAY, ended.endedOn());
        assertEquals(100_000, tree.coverage.at(house.id()).technologies().get(0).speedDown());
        refused(ProblemType.STALE, () -> tree.coverage.end(own.id(), null));
        say(house, Technology.FTTB, 500_000, TODAY, null);
        assertEquals(500_000, tree.coverage.at(house.id()).technologies().get(0).speedDown());
        assertEquals(2, tree.coverage.list(house.id()).size(), "what was said before is kept");
    }

    @Test
    void whatIsSaidAnewReplacesWhatWasSaid() {
        CoverageRow first = say(tree.city, Technology.FTTB, 100_000, null, TODAY);
        NewCoverage better = new NewCoverage(Technology.FTTB, 200_000, null, TODAY, null, "карта 4111 1111 1111 1111");
        CoverageRow second = tree.call(() -> tree.coverage.set(tree.city.id(), first.version(), better));
        assertEquals(first.id(), second.id());
        assertEquals(200_000, second.speedDown());
        assertNull(second.plannedFrom());
        assertEquals("карта •••• 1111", second.note());
        refused(ProblemType.STALE, () -> tree.coverage.set(tree.city.id(), first.version(), better));
        refused(ProblemType.VALIDATION, () -> say(tree.city, Technology.FTTB, 0, TODAY, null));
        refused(ProblemType.VALIDATION, () -> say(tree.city, Technology.FTTB, 1, TODAY, TODAY));
        refused(ProblemType.VALIDATION, () -> say(tree.city, null, 1, TODAY, null));
        refused(ProblemType.NOT_FOUND, () -> tree.coverage.set(Ids.next(), null, better));
        assertThrows(DatabaseException.class, () -> boundaries
                .sql()
                .update("update coverage set planned_from = available_from where id = ?", first.id()));
    }

    /** House 12 is on ул. Мира, 12к1 on пр-т Мира, 8 and 12 on 8 Марта, 12а in the village. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "W, ул. Мира, 12                            | ул. Мира | 12",
                "W мира 12                                  | ул. Мира | 12",
                "Мира 12, г. W                              | ул. Мира | 12",
                "Wская область, г. W, ул. Мира, д. 12, кв. 4| ул. Мира | 12",
                "170000, Россия, W, улица Мира, 12-45       | ул. Мира | 12",
                "W, Мира, 12 корп. 1                        | пр-т Мира| 12к1",
                "W, проспект Мира, 12 к 1                   | пр-т Мира| 12к1",
                "W, проспект Мира, 12                       | пр-т Мира| -",
                "W, ул. Мира, 13                            | ул. Мира | -",
                "W, Мира, 13                                | -        | -", // street or avenue: nobody knows
                "W, 8 Марта, 12                             | 8 Марта  | 12",
                "W, 8 Марта, 8                              | 8 Марта  | 8",
                "W, 8 Марта                                 | 8 Марта  | -",
                "W, Марта, 12                               | -        | -",
                "W, п. Боровое, 12 А                        | п. Боровое | 12А",
                "Боровое W 12а                              | п. Боровое | 12А",
                "W                                          | г. W     | -",
                "W, Победы, 12                              | -        | -",
                "W, Мира, вход со двора 12                  | -        | -",
                "ул., 12                                    | -        | -"
            })
    void anAddressFindsItsPlaceOrNone(String typed, String street, String house) {
        tree.house(tree.street("ул. Мира"), "12");
        tree.house(tree.street("пр-т Мира"), "12к1");
        Place march = tree.street("8 Марта");
        tree.house(march, "12");
        tree.house(march, "8");
        tree.house(tree.add(tree.city, PlaceKind.LOCALITY, "п. Боровое"), "12А");
        Feasibility found = tree.coverage.at(typed.replace("W", tree.word));
        String expected = street == null
                ? null
                : tree.word + "ская обл., г. " + tree.word
                        + (street.equals("г. W") ? "" : ", " + street)
                        + (house == null ? "" : ", " + house);
        assertEquals(expected, found.place(), typed);
    }

    @Test
    void anAddressIsNoLetter() {
        assertEquals(Feasibility.unknown(), tree.coverage.at(" "));
        refused(ProblemType.VALIDATION, () -> tree.coverage.at("x".repeat(301)));
    }

    private void refused(ProblemType type, Supplier<?> work) {
        BusinessException refusal = assertThrows(BusinessException.class, work::get);
        assertEquals(type, refusal.type(), refusal.getMessage());
    }
}
