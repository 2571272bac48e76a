package uplink.address.control;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.Place;
import uplink.address.boundary.PlaceKind;
import uplink.shared.AddressWords;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What a place may look like. */
public final class PlaceRules {

    private static final int LONGEST_TYPE = 50;
    private static final int LONGEST_NAME = 200;

    private final Validation validation = new Validation();

    /**
     * The place as it is to be kept; {@code validation}.
     *
     * @param parent what it is to lie within, if that was found
     */
    public Place checked(Place wanted, Optional<Place> parent) {
        PlaceKind kind = wanted.kind();
        String written = validation.text("name", wanted.name(), LONGEST_NAME);
        String type = validation.optional("type", wanted.type(), LONGEST_TYPE);
        AddressWords.Named named = apart(kind, type, written);
        boolean comparable =
                written.isEmpty() || !PlaceRows.key(kind, named.name()).isEmpty();
        validation.check(comparable, "name", Text.of("address.place.name"));
        checkParent(kind, wanted.parentId(), parent);
        validation.done();
        return new Place(
                wanted.id(),
                wanted.parentId(),
                kind,
                named.type(),
                named.name(),
                wanted.garId(),
                wanted.garGuid(),
                wanted.active(),
                wanted.mergedInto(),
                wanted.title(),
                wanted.line(),
                wanted.version());
    }

    private static AddressWords.Named apart(PlaceKind kind, @Nullable String type, String written) {
        boolean numbered = kind.compareTo(PlaceKind.STREET) > 0;
        return numbered || type != null
                ? new AddressWords.Named(numbered ? null : AddressWords.shortType(type), written)
                : AddressWords.apart(written);
    }

    private void checkParent(PlaceKind kind, @Nullable UUID wanted, Optional<Place> parent) {
        validation.check(wanted != null || kind.standsAlone(), "parentId", Text.of("address.place.parent-needed"));
        validation.check(wanted == null || parent.isPresent(), "parentId", Text.of("address.place.parent-unknown"));
        parent.ifPresent(larger -> validation
                .check(larger.active(), "parentId", Text.of("address.place.parent-gone"))
                .check(larger.kind().isLargerThan(kind), "parentId", Text.of("address.place.parent-smaller")));
    }
}
