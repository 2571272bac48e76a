package uplink.shared;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Russian addresses as words that can be compared: case, ё, dashes, short and full forms, {@code 12 корп. 1} and {@code
 * 12к1}, {@code 12 А} and {@code 12а} are the same. What is folded once is not changed by folding it again.
 */
public final class AddressWords {

    /** A name without the word that says what it is the name of. */
    public record Named(@Nullable String type, String name) {}

    private static final Pattern BUILDING =
            Pattern.compile("(?<=[0-9]\\p{L}?)[ ,]*(корпус|корп|к|строение|стр|сооружение|соор|со|с)[. ]*(?=[0-9])"
                    + "|(?<=[0-9]\\p{L}?)[ ,]*(корпус|корп|строение|стр)[. ]*(?=\\p{L}(?!\\p{L}))");
    private static final Pattern LITERA =
            Pattern.compile("(?<=[0-9])[ ,]*(литера|литер|лит)(?!\\p{L})[. ]*(?=\\p{L}([кс][0-9]|[^\\p{L}]|$))");
    /** A building that has no number of the street: {@code стр. 5}. */
    private static final Pattern ALONE =
            Pattern.compile("(?<![\\p{L}\\p{N}])(корпус|корп|строение|стр|сооружение|соор)[. ]+(?=[0-9])");
    /** {@code 12 А}: a letter that stands alone after a number. */
    private static final Pattern LETTER = Pattern.compile("(?<=[0-9])\\s+(\\p{L})(?=[кс][0-9]|[^\\p{L}\\p{N}]|$)");
    /** {@code 3-я}, {@code 3-ая}, {@code 1й}. */
    private static final Pattern ORDINAL = Pattern.compile(
            "(?<![\\p{L}\\p{N}/])([0-9]+)(?:-(?:й|я|ая|ый|ой|ий|е|ое|ее)|ая|ый|ой|ий|ое|ее|й|я)(?![\\p{L}\\p{N}-])");
    /** What stands above a city tells nothing here. */
    private static final Pattern REGION =
            Pattern.compile("[\\p{L}-]+\\s+(область|обл|край|район|р-н)(?!\\p{L})|(республика|респ)\\.?\\s+[\\p{L}-]+");

    private static final Pattern NUMBER = Pattern.compile("(со|[кс])?[0-9]+\\p{L}?((/|к|со|с)[0-9\\p{L}]+)*");
    private static final Pattern ESTATE = Pattern.compile(
            "^\\s*(дом|д|владение|вл|влд|домовладение|двлд|здание|зд|участок|уч|house)(?=[. ]|[0-9])[. ]*");
    private static final Pattern HOUSE =
            Pattern.compile("^(дом|д)(?=[. ]|[0-9])[. ]*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern FIRST = Pattern.compile("^([\\p{L}-]+)(?:\\.\\s*|\\s+)(?=\\S)");
    private static final Pattern LAST = Pattern.compile("\\s+([\\p{L}-]+)\\.?$");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}/-]+");
    private static final Pattern FLAT = Pattern.compile(
            "(?<!\\p{L})(кв|квартира|оф|офис|пом|помещение|flat|apt|apartment|подъезд|этаж|эт)[. №]*[0-9]+\\p{L}?(?!\\p{L})"
                    + "|(?<![\\p{L}\\p{N}])[0-9]+(-?[йя])?\\s*(подъезд|этаж)(?!\\p{L})|(?<![0-9])[0-9]{6}(?![0-9])|(?<!\\p{L})(россия|рф)(?!\\p{L})");
    private static final Pattern LATIN = Pattern.compile("(?<=[0-9])[aceopxtkmh](?![a-z])");
    private static final String LATIN_LETTERS = "aceopxtkmh";
    private static final String CYRILLIC_LETTERS = "асеорхткмн";

    private AddressWords() {}

    /** Each once, in the order in which they stand; regions and districts are left out. */
    public static Set<String> words(String text) {
        return list(text).stream().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The same with what comes twice. */
    public static List<String> list(String text) {
        return split(REGION.matcher(folded(text)).replaceAll(" "));
    }

    private static List<String> split(String folded) {
        String joined = LETTER.matcher(LITERA.matcher(folded).replaceAll(""))
                .replaceAll(found -> AddressTypes.isType(found.group(1)) ? found.group() : found.group(1));
        joined = BUILDING.matcher(joined).replaceAll(AddressWords::building);
        joined = ALONE.matcher(joined).replaceAll(found -> letter(found.group(1)));
        return Arrays.stream(OTHER.split(joined))
                .filter(word -> word.chars().anyMatch(Character::isLetterOrDigit))
                .toList();
    }

    private static String building(MatchResult found) {
        String word = found.group(1);
        return letter(word == null ? found.group(2) : word);
    }

    private static String letter(String word) {
        return word.startsWith("к") ? "к" : word.startsWith("со") ? "со" : "с";
    }

    private static String folded(String text) {
        String folded = Folding.folded(text)
                .replaceAll("[‐-―−]", "-")
                .replace('\u00a0', ' ')
                .replaceAll("\\s*[/\\\\]\\s*", "/")
                .replaceAll("(?<=[0-9])\\s*-\\s*(?=[0-9])", "/");
        folded = LATIN.matcher(folded)
                .replaceAll(found -> String.valueOf(CYRILLIC_LETTERS.charAt(LATIN_LETTERS.indexOf(found.group()))));
        return ORDINAL.matcher(folded).replaceAll("$1-я");
    }

    /** An address without flats, entrances, floors, post codes and the country. */
    public static String withoutFlat(String text) {
        return FLAT.matcher(Folding.folded(text)).replaceAll(" ");
    }

    /** The text with single letters joined to the numbers before them, whatever else they may mean: {@code 12 г}. */
    public static String glued(String text) {
        return LETTER.matcher(Folding.folded(text)).replaceAll("$1");
    }

    /** Whether a folded word says what kind of place something is, and nothing about which one. */
    public static boolean isType(String word) {
        return AddressTypes.isType(word);
    }

    /** Whether a folded word may be the number of a house. */
    public static boolean isNumber(String word) {
        return NUMBER.matcher(word).matches();
    }

    /** The kinds of streets that words name, in full. {@code пр.} is both an avenue and a passage. */
    public static Set<String> streetTypes(Set<String> words) {
        Set<String> types = words.stream()
                .map(AddressTypes::full)
                .flatMap(Optional::stream)
                .filter(AddressTypes::isOfStreets)
                .collect(Collectors.toCollection(TreeSet::new));
        if (words.contains("пр")) {
            types.add("проспект");
        }
        return types;
    }

    /** The words of a name without its kind; all of them where nothing else is there. */
    public static Set<String> named(@Nullable String name) {
        return withoutTypes(words(name == null ? "" : name));
    }

    private static Set<String> withoutTypes(Set<String> all) {
        Set<String> named = new LinkedHashSet<>(all);
        named.removeIf(AddressWords::isType);
        return named.isEmpty() ? all : named;
    }

    /** What two spellings of one name have in common: {@code Карла Маркса} and {@code Маркса Карла ул.} are the same. */
    public static String name(String name) {
        return String.join(
                " ",
                new TreeSet<>(
                        withoutTypes(new LinkedHashSet<>(split(folded(name).replace('/', ' '))))));
    }

    /** A house's number as it is shown, without the word that every house has: {@code д. 5} is {@code 5}. */
    public static String number(String house) {
        return HOUSE.matcher(house.strip()).replaceFirst("");
    }

    /** What two spellings of a house's number have in common: {@code д. 5 к. 2 стр. 1} is {@code 5к2с1}. */
    public static String house(String house) {
        return String.join(" ", split(ESTATE.matcher(folded(glued(house))).replaceFirst("")));
    }

    /** The kind in full: {@code пр-кт} is {@code проспект}; as it is, folded, when it is none of those that are known. */
    public static String type(@Nullable String type) {
        String word = type == null ? "" : Folding.folded(type.strip()).replaceAll("\\.$", "");
        return AddressTypes.full(word).orElse(word);
    }

    /** As papers write the kind before a name; as it is when it is none of those that are known. */
    public static @Nullable String shortType(@Nullable String type) {
        return type == null || type.isBlank()
                ? null
                : AddressTypes.shortForm(type(type)).orElse(type.strip());
    }

    /** {@code ул. Мира}, {@code Мира ул.} and {@code улица Мира} taken apart; a name that is all kind stays whole. */
    public static Named apart(String written) {
        String name = written.strip();
        Matcher first = FIRST.matcher(name);
        if (first.find() && isKind(first.group(1))) {
            return new Named(shortType(first.group(1)), name.substring(first.end()));
        }
        Matcher last = LAST.matcher(name);
        return last.find() && isKind(last.group(1))
                ? new Named(shortType(last.group(1)), name.substring(0, last.start()))
                : new Named(null, name);
    }

    private static boolean isKind(String word) {
        return AddressTypes.full(Folding.folded(word)).isPresent();
    }
}
