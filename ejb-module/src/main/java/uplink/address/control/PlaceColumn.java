package uplink.address.control;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import uplink.address.boundary.PlaceKind;
import uplink.shared.Folding;

/** The columns of a file of places, the largest place first. */
public enum PlaceColumn {
    REGION(PlaceKind.REGION, "регион"),
    DISTRICT(PlaceKind.DISTRICT, "район"),
    CITY(PlaceKind.CITY, "город"),
    LOCALITY(PlaceKind.LOCALITY, "населенный_пункт"),
    AREA(PlaceKind.AREA, "территория", "микрорайон"),
    STREET(PlaceKind.STREET, "улица"),
    HOUSE(PlaceKind.HOUSE, "дом");

    private final PlaceKind kind;
    private final Set<String> alsoCalled;

    PlaceColumn(PlaceKind kind, String... alsoCalled) {
        this.kind = kind;
        this.alsoCalled = Set.of(alsoCalled);
    }

    PlaceKind kind() {
        return kind;
    }

    /** As documented. */
    public String header() {
        return name().toLowerCase(Locale.ROOT);
    }

    static PlaceColumn of(PlaceKind kind) {
        return valueOf(kind.name());
    }

    public static Optional<PlaceColumn> of(String written) {
        String header = Folding.folded(written.strip()).replace(' ', '_');
        return Arrays.stream(values())
                .filter(column -> column.header().equals(header) || column.alsoCalled.contains(header))
                .findFirst();
    }
}
