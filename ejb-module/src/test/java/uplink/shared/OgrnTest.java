package uplink.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OgrnTest {

    /** Published ones: of Sberbank, of Yandex, of Rostelecom. */
    @ParameterizedTest
    @ValueSource(strings = {"1027700132195", "1027700229193", "1027700198767"})
    void numbersOfKnownCompaniesAreRight(String ogrn) {
        assertTrue(Ogrn.isCompanys(ogrn));
        assertFalse(Ogrn.isPersons(ogrn));
    }

    @ParameterizedTest
    @CsvSource({"102770013219, 13", "30450011600015, 15"})
    void oneCheckDigitFits(String beginning, int length) {
        long right = IntStream.rangeClosed(0, 9)
                .mapToObj(digit -> beginning + digit)
                .filter(number -> length == 13 ? Ogrn.isCompanys(number) : Ogrn.isPersons(number))
                .count();
        assertEquals(1, right);
    }

    @Test
    void aNumberOfAPersonInBusinessIsRight() {
        assertTrue(Ogrn.isPersons("304500116000157"));
        assertFalse(Ogrn.isPersons("304500116000158"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "102770013219", "10277001321955", "102770013219x"})
    void whatIsNoNumberIsRefused(String ogrn) {
        assertFalse(Ogrn.isCompanys(ogrn) || Ogrn.isPersons(ogrn));
    }
}
