package uplink.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "карта 4111 1111 1111 1111 до 12/29, карта •••• 1111 до 12/29",
        "5555-5555-5555-4444, •••• 4444",
        "2200123456789019!, •••• 9019!",
        "4111 1111 1111 1111 12/27, •••• 1111 12/27",
        "4111 1111 1111 1111 123, •••• 1111 123",
        "4111111111111111 12 27 123, •••• 1111 12 27 123",
        "27 4111 1111 1111 1111, 27 •••• 1111",
        "6 4111-1111-1111-1111, •••• 1111",
        "4111\u00a01111\u00a01111\u00a01111, •••• 1111",
        "4111 – 1111 – 1111 – 1111, •••• 1111",
        "две: 4111111111111111 и 378282246310005, две: •••• 1111 и •••• 0005"
    })
    void ofACardTheLastFourDigitsStay(String written, String kept) {
        assertEquals(kept, CardNumbers.masked(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4111 1111 1111 1112", // the check digit is wrong
                "40702810438000060473", // an account
                "+7 916 123-45-67",
                "4111 1111, 1111 1111",
                "2026-11-30 12 00",
                "ИНН 500100732259, ОГРН 1027700132195",
                "договор 0000123, долг 412.90"
            })
    void otherNumbersStay(String written) {
        assertEquals(written, CardNumbers.masked(written));
    }
}
