package uplink.address.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.PlaceKind;
import uplink.shared.AddressWords;

/** What the state's register calls things, in our words. Its dictionaries of types have not changed since it began. */
final class GarNames {

    /** A place without where it is. */
    record Named(PlaceKind kind, @Nullable String type, String name) {}

    /** AS_OBJECT_LEVELS: municipal units, plots of land and parking spaces are no part of an address here. */
    private static final Map<String, PlaceKind> LEVELS = Map.of(
            "1", PlaceKind.REGION,
            "2", PlaceKind.DISTRICT,
            "5", PlaceKind.CITY,
            "6", PlaceKind.LOCALITY,
            "7", PlaceKind.AREA,
            "8", PlaceKind.STREET);

    /** AS_HOUSE_TYPES, as papers write them; garages, mines, boilers and cellars (4, 6, 11 to 14) are left out. */
    private static final Map<String, String> HOUSES = Map.of(
            "1", "влд. ", "2", "", "3", "двлд. ", "5", "зд. ", "7", "стр. ", "8", "соор. ", "9", "литера ", "10",
            "к. ");

    /** AS_ADDHOUSE_TYPES. */
    private static final Map<String, String> PARTS = Map.of("1", "к. ", "2", "стр. ", "3", "соор. ", "4", "литера ");

    /** AS_APARTMENT_TYPES: a flat; rooms, offices and cellars are none. */
    private static final String FLAT = "2";

    private GarNames() {}

    /** Null for what is no place of the tree. */
    static @Nullable Named of(String file, UnaryOperator<@Nullable String> attribute) {
        return switch (file) {
            case "ADDR_OBJ" -> named(attribute);
            case "HOUSES" -> house(attribute);
            default -> {
                String number = attribute.apply("NUMBER");
                yield FLAT.equals(attribute.apply("APARTTYPE")) && number != null
                        ? new Named(PlaceKind.FLAT, null, number.strip())
                        : null;
            }
        };
    }

    /** Moscow is a region and a city; people say the city. */
    private static @Nullable Named named(UnaryOperator<@Nullable String> attribute) {
        PlaceKind kind = LEVELS.get(attribute.apply("LEVEL"));
        String name = attribute.apply("NAME");
        if (kind == null || name == null) {
            return null;
        }
        String type = AddressWords.shortType(attribute.apply("TYPENAME"));
        boolean city = kind == PlaceKind.REGION && AddressWords.type(type).equals("город");
        return new Named(city ? PlaceKind.CITY : kind, type, name.strip());
    }

    private static @Nullable Named house(UnaryOperator<@Nullable String> attribute) {
        String before = HOUSES.get(attribute.apply("HOUSETYPE"));
        String number = attribute.apply("HOUSENUM");
        if (before == null) {
            return null;
        }
        List<String> words = new ArrayList<>();
        if (number != null && !number.isBlank()) {
            words.add(before + number.strip());
        }
        for (String no : List.of("1", "2")) {
            String part = attribute.apply("ADDNUM" + no);
            if (part != null && !part.isBlank()) {
                words.add(PARTS.getOrDefault(attribute.apply("ADDTYPE" + no), "") + part.strip());
            }
        }
        return words.isEmpty() ? null : new Named(PlaceKind.HOUSE, null, String.join(" ", words));
    }
}
