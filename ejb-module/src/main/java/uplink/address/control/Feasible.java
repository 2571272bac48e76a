package uplink.address.control;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import uplink.address.boundary.CoverageRow;
import uplink.address.boundary.Feasibility;
import uplink.address.boundary.FeasibilityAnswer;
import uplink.address.boundary.FeasibleTechnology;
import uplink.address.boundary.Place;
import uplink.address.boundary.PlaceKind;
import uplink.address.boundary.Technology;

/** What the coverage of a place and of what it lies within comes to. */
public final class Feasible {

    private static final Comparator<FeasibleTechnology> FASTEST = Comparator.comparing(
                    FeasibleTechnology::speedDown, Comparator.nullsFirst(Comparator.naturalOrder()))
            .reversed()
            .thenComparing(FeasibleTechnology::technology);

    private Feasible() {}

    /** Of each technology the one that is said of the smallest place; the rows have the smallest place first. */
    public static Collection<CoverageRow> inForce(List<CoverageRow> rows) {
        Map<Technology, CoverageRow> first = new EnumMap<>(Technology.class);
        rows.forEach(row -> first.putIfAbsent(row.technology(), row));
        return first.values();
    }

    /** @param whole whether the place is all that was asked for, and not only the street of a house that is not known */
    public static Feasibility of(Place place, boolean whole, List<CoverageRow> rows, LocalDate today) {
        Collection<CoverageRow> inForce = inForce(rows);
        List<FeasibleTechnology> there = inForce.stream()
                .filter(row -> row.isAvailable(today))
                .map(row -> new FeasibleTechnology(row.technology(), row.speedDown(), row.speedUp(), null))
                .sorted(FASTEST)
                .toList();
        List<FeasibleTechnology> planned = inForce.stream()
                .filter(row -> !row.isAvailable(today) && row.isPlanned(today))
                .map(row -> new FeasibleTechnology(
                        row.technology(),
                        row.speedDown(),
                        row.speedUp(),
                        row.plannedFrom() == null ? row.availableFrom() : row.plannedFrom()))
                .sorted(Comparator.comparing(FeasibleTechnology::from, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(FASTEST))
                .toList();
        return new Feasibility(
                answer(place, whole, !there.isEmpty(), !planned.isEmpty()),
                Stream.concat(there.stream(), planned.stream()).toList(),
                place.id(),
                place.line());
    }

    /** Of a house without anything is known that nothing is there; of a street, there may be something in its houses. */
    private static FeasibilityAnswer answer(Place place, boolean whole, boolean there, boolean planned) {
        boolean known = whole && place.kind().compareTo(PlaceKind.HOUSE) >= 0;
        return there
                ? FeasibilityAnswer.YES
                : planned ? FeasibilityAnswer.PLANNED : known ? FeasibilityAnswer.NO : FeasibilityAnswer.UNKNOWN;
    }
}
