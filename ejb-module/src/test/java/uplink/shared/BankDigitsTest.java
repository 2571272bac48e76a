package uplink.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankDigitsTest {

    /** Published ones of Sberbank in Moscow and Saint Petersburg. */
    @ParameterizedTest
    @CsvSource({"044525225, 30101810400000000225", "044030653, 30101810500000000653"})
    void correspondentAccountsOfKnownBanksAreRight(String bic, String account) {
        assertTrue(BankDigits.isCorrespondent(account, bic));
        assertFalse(BankDigits.isCorrespondent(account, "044525974"), "of another bank");
    }

    @Test
    void oneWrongDigitIsNoticed() {
        String account = "40702810438000060473";
        assertTrue(BankDigits.isAccount(account, "044525225"));
        for (int i = 0; i < account.length(); i++) {
            char wrong = account.charAt(i) == '9' ? '0' : (char) (account.charAt(i) + 1);
            String other = account.substring(0, i) + wrong + account.substring(i + 1);
            assertFalse(BankDigits.isAccount(other, "044525225"), other);
        }
    }

    @Test
    void oneOfTenCheckDigitsFits() {
        long right = 0;
        for (char digit = '0'; digit <= '9'; digit++) {
            right += BankDigits.isAccount("40702810" + digit + "00000000017", "044525225") ? 1 : 0;
        }
        assertEquals(1, right);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "04452522", "0445252255", "944525225", "04452522x"})
    void whatIsNoBicIsRefused(String bic) {
        assertFalse(BankDigits.isBic(bic));
    }
}
