package uplink.address.control;

import java.util.Optional;
import java.util.Set;
import uplink.address.boundary.PlaceKind;
import uplink.shared.table.FileColumn;

/** The columns of a file of places, the largest place first. */
public enum PlaceColumn implements FileColumn {
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

    @Override
    public Set<String> alsoCalled() {
        return alsoCalled;
    }

    static PlaceColumn of(PlaceKind kind) {
        return valueOf(kind.name());
    }

    public static Optional<PlaceColumn> of(String written) {
        return FileColumn.of(PlaceColumn.class, written);
    }
}
