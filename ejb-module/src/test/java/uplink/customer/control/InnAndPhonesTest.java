package uplink.customer.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.shared.Inn;
import uplink.shared.Phones;

class InnAndPhonesTest {

    @ParameterizedTest
    @ValueSource(strings = {"7707083893", "7830002293", "7736050003"})
    void numbersOfKnownCompaniesAreRight(String inn) {
        assertTrue(Inn.isCompanys(inn));
        assertFalse(Inn.isPersons(inn));
    }

    @Test
    void aPersonHasTwelveDigits() {
        assertTrue(Inn.isPersons("500100732259"));
        assertFalse(Inn.isPersons("500100732258"));
        assertFalse(Inn.isPersons("50010073225"));
        assertFalse(Inn.isPersons("50010073225x"));
    }

    /** Weights differ from zero modulo 11, so a single wrong digit shows, unless the check wraps at ten. */
    @Test
    void aWrongCheckDigitIsAlwaysNoticed() {
        Random random = new Random(42);
        for (int i = 0; i < 500; i++) {
            String nine = "%09d".formatted(random.nextInt(1_000_000_000));
            long right = 0;
            for (char digit = '0'; digit <= '9'; digit++) {
                right += Inn.isCompanys(nine + digit) ? 1 : 0;
            }
            assertEquals(1, right, nine);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "8 (916) 123-45-67,+79161234567",
        "+7 916 123 45 67,+79161234567",
        "79161234567,+79161234567",
        "9161234567,+79161234567",
        "8-495-123-45-67,+74951234567",
        "+375 29 123-45-67,+375291234567",
        "+1 (202) 555-0100,+12025550100"
    })
    void phonesAreKeptInOneSpelling(String written, String kept) {
        assertEquals(Optional.of(kept), Phones.normalized(written));
        assertEquals(Optional.of(kept), Phones.normalized(kept), "normalising again changes nothing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123", "8916123456", "+7916", "позвоните", "+0123456789", "8 916 123 45 67 доб. 1"})
    void whatIsNoPhoneIsRefused(String written) {
        assertEquals(
                written.equals("8916123456") ? Optional.of("+78916123456") : Optional.empty(),
                Phones.normalized(written));
    }
}
