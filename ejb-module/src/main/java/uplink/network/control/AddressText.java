package uplink.network.control;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uplink.network.boundary.OutagePlace;

/**
 * An address as somebody typed it, and the places it may be in. City, street and house need not all be there, and may come
 * in any order; what the text leaves open counts as a match, what it says otherwise does not. Rather told too much than
 * nothing: kinds of streets are not told apart, and a flat may be taken for a house.
 */
public final class AddressText {

    private static final Set<String> KINDS = Set.of(
            "г",
            "город",
            "гор",
            "ул",
            "улица",
            "пр",
            "пр-т",
            "пр-кт",
            "просп",
            "проспект",
            "пер",
            "переулок",
            "пл",
            "площадь",
            "ш",
            "шоссе",
            "наб",
            "набережная",
            "б-р",
            "бул",
            "бульвар",
            "пр-д",
            "проезд",
            "тракт",
            "мкр",
            "микрорайон",
            "с",
            "село",
            "д",
            "дом",
            "дер",
            "деревня",
            "п",
            "пос",
            "поселок",
            "пгт",
            "кв",
            "квартира",
            "обл",
            "область",
            "city",
            "street",
            "st",
            "avenue",
            "ave",
            "house",
            "flat",
            "apartment",
            "apt",
            "and",
            "и");
    private static final Pattern BUILDING =
            Pattern.compile("(?<=[0-9]\\p{L}?)[ ,]*(корпус|корп|к|строение|стр|с)[. ]*(?=[0-9])");
    /** {@code 12 А}: a letter that stands alone after a number. */
    private static final Pattern LETTER = Pattern.compile("(?<=[0-9])\\s+(\\p{L})(?![\\p{L}\\p{N}])");

    /** What stands above a city tells nothing here. */
    private static final Pattern REGION =
            Pattern.compile("[\\p{L}-]+\\s+(область|обл|край|район|р-н)(?!\\p{L})|(республика|респ)\\.?\\s+[\\p{L}-]+");

    private static final Pattern HOUSE = Pattern.compile("[0-9]+[\\p{L}]?([/кс][0-9\\p{L}]+)*");

    private final Set<String> words;
    private final Set<String> houses = new HashSet<>();

    public AddressText(String text) {
        words = words(text);
        Set<String> numbers = new HashSet<>(words);
        // "12 г" may be house 12г, or house 12 and a town
        numbers.addAll(words(glued(text)));
        for (String word : numbers) {
            if (HOUSE.matcher(word).matches()) {
                houses.add(word);
                // house and flat as on an envelope
                houses.add(word.replaceAll("/[^/]*$", ""));
            }
        }
    }

    /** Whether something was said that a place can be held against. */
    public boolean isEmpty() {
        return words.stream().allMatch(KINDS::contains);
    }

    /** Whether the address may be there. */
    public boolean mayBeIn(OutagePlace place) {
        Set<String> city = named(place.city());
        Set<String> street = named(place.street());
        boolean cityNamed = words.containsAll(city);
        boolean streetNamed = !street.isEmpty() && words.containsAll(street);
        boolean elsewhere = namesMoreThan(city, street);
        boolean cityFits = cityNamed || !elsewhere;
        boolean streetFits = place.street() == null || streetNamed || !elsewhere;
        return (cityNamed || streetNamed) && cityFits && streetFits && houseFits(place.house(), street);
    }

    private boolean houseFits(@Nullable String house, Set<String> street) {
        Set<String> said = new HashSet<>(houses);
        said.removeAll(street);
        return house == null || said.isEmpty() || words(glued(house)).stream().anyMatch(said::contains);
    }

    /** Whether a name is left that is neither of the city nor of the street: another city or another street. */
    private boolean namesMoreThan(Set<String> city, Set<String> street) {
        return words.stream()
                .anyMatch(word -> !city.contains(word)
                        && !street.contains(word)
                        && !KINDS.contains(word)
                        && !HOUSE.matcher(word).matches());
    }

    /** The words of a name without its kind; all of them where nothing else is there. */
    private static Set<String> named(@Nullable String name) {
        Set<String> all = words(name == null ? "" : name);
        Set<String> named = new LinkedHashSet<>(all);
        named.removeAll(KINDS);
        return named.isEmpty() ? all : named;
    }

    private static String glued(String text) {
        return LETTER.matcher(text).replaceAll("$1");
    }

    /**
     * Folded as the database folds: case, ё, dashes in numbers; {@code 12 корп. 1} is {@code 12к1}, {@code 12 А} is {@code
     * 12а}.
     */
    private static Set<String> words(String text) {
        String folded = text.toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replaceAll("[–—]", "-")
                .replaceAll("\\s*[/\\\\]\\s*", "/")
                .replaceAll("(?<=[0-9])-(?=[0-9])", "/");
        Matcher building = BUILDING.matcher(REGION.matcher(folded).replaceAll(" "));
        String joined = building.replaceAll(found -> found.group(1).startsWith("к") ? "к" : "с");
        joined = LETTER.matcher(joined)
                .replaceAll(found -> KINDS.contains(found.group(1)) ? found.group() : found.group(1));
        Set<String> words = new LinkedHashSet<>(Arrays.asList(joined.split("[^\\p{L}\\p{N}/-]+")));
        words.removeIf(word -> word.isEmpty() || !word.matches(".*[\\p{L}\\p{N}].*"));
        return words;
    }
}
