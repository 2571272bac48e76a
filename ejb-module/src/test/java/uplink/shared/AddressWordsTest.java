package uplink.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressWordsTest {

    private static final int TRIES = 2_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "д. 5 к. 2 стр. 1      | 5к2с1",
                "5 корпус 2 строение 1 | 5к2с1",
                "дом 5к2, стр.1        | 5к2с1",
                "5К2С1                 | 5к2с1",
                "12 А                  | 12а",
                "12А                   | 12а",
                "12A                   | 12а", // a Latin letter
                "12 литера А           | 12а",
                "12 д                  | 12д",
                "12 г                  | 12г",
                "5/2                   | 5/2",
                "5 / 2                 | 5/2",
                "5-2                   | 5/2",
                "62А/3                 | 62а/3",
                "вл. 7                 | 7",
                "д7                    | 7",
                "стр. 5                | с5",
                "12 соор. 3            | 12со3",
                "3 корп. Б             | 3кб",
                "б/н                   | б/н"
            })
    void numbersOfHousesAreOne(String written, String key) {
        assertEquals(key, AddressWords.house(written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "д. 5 | 5",
                "Дом 12А | 12А",
                "д7 | 7",
                "5/2 | 5/2",
                "вл. 7 | вл. 7",
                "дачный 3 | дачный 3",
                "12 д | 12 д"
            })
    void aHouseIsShownWithoutTheWordThatEveryHouseHas(String written, String shown) {
        assertEquals(shown, AddressWords.number(written));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ул. Карла Маркса     | Маркса Карла улица",
                "3-я Садовая          | Садовая 3-я ул.",
                "3-ая Садовая         | 3я Садовая",
                "пр-т Мира            | Мира",
                "ЛЁТНАЯ               | летная",
                "ул. имени Ленина     | Ленина",
                "Заречная область     | заречная обл.",
                "Ростов‑на‑Дону       | г. Ростов-на-Дону"
            })
    void spellingsOfANameAreOne(String one, String other) {
        assertEquals(AddressWords.name(one), AddressWords.name(other));
    }

    @Test
    void namesThatDifferStayApart() {
        assertNotEquals(AddressWords.name("8 Марта"), AddressWords.name("Марта"));
        assertNotEquals(AddressWords.name("1-я Садовая"), AddressWords.name("2-я Садовая"));
        assertNotEquals(AddressWords.name("1 Мая"), AddressWords.name("1-я Мая"));
        assertNotEquals(AddressWords.house("12/1"), AddressWords.house("121"));
        assertNotEquals(AddressWords.house("12к1"), AddressWords.house("12с1"));
        assertEquals("бульвар", AddressWords.name("Бульвар"), "a name that is all kind");
    }

    /** Whatever way the parts of a number are written, it is the same one; and another part is another house. */
    @Test
    void everySpellingOfANumberIsTheSameHouse() {
        Random random = new Random(38);
        for (int i = 0; i < TRIES; i++) {
            Number number = Number.of(random);
            String first = AddressWords.house(number.spelled(random));
            String second = AddressWords.house(number.spelled(random));
            assertEquals(first, second, number::toString);
            assertEquals(first, AddressWords.house(first), "folded once is folded");
            assertTrue(AddressWords.isNumber(first), first);
            Number other = Number.of(random);
            assertEquals(
                    number.equals(other),
                    first.equals(AddressWords.house(other.spelled(random))),
                    number + " " + other);
        }
    }

    @Test
    void foldingANameAgainChangesNothing() {
        Random random = new Random(39);
        List<String> parts =
                List.of("Мира", "ул.", "3-я", "1й", "Карла", "пр-т", "8", "Марта", "Ёлочная", "б-р", "им.", "На-Дону");
        for (int i = 0; i < TRIES; i++) {
            String name = String.join(
                    " ",
                    random.ints(1 + random.nextInt(4), 0, parts.size())
                            .mapToObj(parts::get)
                            .toList());
            String key = AddressWords.name(name);
            assertEquals(key, AddressWords.name(key), name);
            assertEquals(key, AddressWords.name(name.toUpperCase(Locale.ROOT)), name);
        }
    }

    /** @param building 0: none; letter 0: none */
    private record Number(int house, int letter, int building, int structure) {

        static Number of(Random random) {
            return new Number(1 + random.nextInt(9), random.nextInt(3), random.nextInt(3), random.nextInt(3));
        }

        String spelled(Random random) {
            String text = pick(random, "", "д. ", "дом ", "д.", "Д ") + house;
            if (letter > 0) {
                String sign = "АБ".substring(letter - 1, letter);
                text += pick(random, "", " ", " литера ") + pick(random, sign, sign.toLowerCase(Locale.ROOT));
            }
            if (building > 0) {
                text += pick(random, "к", " к. ", ", корп. ", " корпус ", " К") + building;
            }
            if (structure > 0) {
                text += pick(random, "с", " с. ", ", стр. ", " строение ", " СТР.") + structure;
            }
            return text;
        }

        private static String pick(Random random, String... forms) {
            return forms[random.nextInt(forms.length)];
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "ул. Мира          | ул.   | Мира",
                "Мира ул           | ул.   | Мира",
                "проспект Мира     | пр-т  | Мира",
                "посёлок Боровое   | п.    | Боровое",
                "г.Тверь           | г.    | Тверь",
                "Заречная область  | обл.  | Заречная",
                "8 Марта           | -     | 8 Марта",
                "Бульвар           | -     | Бульвар"
            })
    void aKindIsTakenFromAName(String written, String type, String name) {
        assertEquals(new AddressWords.Named(type, name), AddressWords.apart(written));
    }

    @Test
    void kindsOfStreetsAreTold() {
        assertEquals(Set.of("улица"), AddressWords.streetTypes(AddressWords.words("г. Тверь, ул. Мира")));
        assertEquals(Set.of("проезд", "проспект"), AddressWords.streetTypes(Set.of("пр")));
        assertEquals("проспект", AddressWords.type("пр-кт"));
        assertEquals("дорожка", AddressWords.type("Дорожка"), "one that nobody has thought of");
    }

    @Test
    void flatsAndPostCodesAreNoPartOfAHouse() {
        assertEquals(
                List.of("тверь", "мира", "12"),
                AddressWords.list(AddressWords.withoutFlat("170000, Тверь, Мира, 12, кв. 45, подъезд 2, 3 этаж")));
        assertFalse(AddressWords.words("Тверская область, Тверь").contains("тверская"));
    }
}
