package uplink.address;

import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import uplink.address.boundary.Coverage;
import uplink.address.boundary.HouseNotes;
import uplink.address.boundary.NewPlace;
import uplink.address.boundary.Place;
import uplink.address.boundary.PlaceKind;
import uplink.address.boundary.Places;
import uplink.shared.Ids;
import uplink.testing.Boundaries;

/** A region of its own in the tree, so that nothing that other tests have left is in it. */
final class Tree {

    final Boundaries boundaries;
    final Places places;
    final Coverage coverage;
    final HouseNotes notes;

    /** A word that no other place has; all are of one length, so that none is the beginning of another. */
    final String word = "Град"
            + Ids.next()
                    .toString()
                    .replace("-", "")
                    .substring(12)
                    .chars()
                    .mapToObj(digit -> Character.toString('a' + Character.digit(digit, 16)))
                    .collect(Collectors.joining());

    final Place region;
    final Place city;

    Tree(Boundaries boundaries) {
        this.boundaries = boundaries;
        places = boundaries.get(Places.class);
        coverage = boundaries.get(Coverage.class);
        notes = boundaries.get(HouseNotes.class);
        region = add(null, PlaceKind.REGION, word + "ская область");
        city = add(region, PlaceKind.CITY, "г. " + word);
    }

    Place add(Place parent, PlaceKind kind, String name) {
        UUID in = parent == null ? null : parent.id();
        return call(() -> places.add(new NewPlace(in, kind, null, name)));
    }

    Place street(String name) {
        return add(city, PlaceKind.STREET, name);
    }

    Place house(Place street, String number) {
        return add(street, PlaceKind.HOUSE, number);
    }

    <T> T call(Supplier<T> work) {
        return boundaries.call(work);
    }
}
