package uplink.shared;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words for kinds of places in addresses, with what people shorten them to. The short forms are those of the order of
 * the Ministry of Finance No. 171n (2015), and some that people use beside it.
 */
final class AddressTypes {

    /** Each line: how it is written before a name, the word in full, and what else it is written as. */
    private static final String ABOVE =
            """
            обл.|область|обл
            край|край
            респ.|республика|респ
            округ|округ|ао|окр
            р-н|район|р-н
            """;

    private static final String TOWNS =
            """
            г.|город|г|гор|city
            пгт|пгт
            рп|рп
            п.|поселок|п|пос
            с.|село|с
            д.|деревня|д|дер
            х.|хутор|х
            ст-ца|станица|ст-ца
            аул|аул
            сл.|слобода|сл
            мкр.|микрорайон|мкр|мкр-н|м-н
            кв-л|квартал|кв-л
            тер.|территория|тер
            СНТ|снт
            ДНТ|днт
            """;

    private static final String STREETS =
            """
            ул.|улица|ул|street|st
            пр-т|проспект|пр-т|пр-кт|просп|avenue|ave
            пер.|переулок|пер
            пл.|площадь|пл
            ш.|шоссе|ш
            наб.|набережная|наб
            б-р|бульвар|б-р|бул
            пр-д|проезд|пр-д|пр
            тракт|тракт
            ал.|аллея|ал
            туп.|тупик|туп
            линия|линия|лн
            """;

    private static final Set<String> OTHERS =
            Set.of("дом", "house", "кв", "квартира", "flat", "apartment", "apt", "and", "и", "имени", "им");

    private static final Map<String, String> FULL = new HashMap<>();
    private static final Map<String, String> SHORT = new HashMap<>();
    private static final Set<String> OF_STREETS;

    static {
        learn(ABOVE);
        learn(TOWNS);
        OF_STREETS = learn(STREETS);
    }

    private AddressTypes() {}

    private static Set<String> learn(String lines) {
        Map<String, String> learned = new HashMap<>();
        lines.lines().map(line -> line.split("\\|")).forEach(forms -> {
            SHORT.put(forms[1], forms[0]);
            Arrays.stream(forms).skip(1).forEach(form -> learned.put(form, forms[1]));
        });
        FULL.putAll(learned);
        return Set.copyOf(learned.values());
    }

    /** Whether a folded word says what kind of place something is, and nothing about which one. */
    static boolean isType(String word) {
        return FULL.containsKey(word) || OTHERS.contains(word);
    }

    /** The kind in full; empty for words that are none. */
    static Optional<String> full(String word) {
        return Optional.ofNullable(FULL.get(word));
    }

    /** How the kind is written before a name. */
    static Optional<String> shortForm(String full) {
        return Optional.ofNullable(SHORT.get(full));
    }

    static boolean isOfStreets(String full) {
        return OF_STREETS.contains(full);
    }
}
