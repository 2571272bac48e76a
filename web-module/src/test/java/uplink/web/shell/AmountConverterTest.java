package uplink.web.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountConverterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1 234,50|1234.50", "1234.5|1234.5", "-12|-12", "\u221212,00|-12.00", "1\u00a0000|1000"})
    void amountsAreReadAsPeopleTypeThem(String typed, BigDecimal meant) {
        assertEquals(meant, AmountConverter.parse(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1e9", "1.2.3", "12345678901234", "0x1", "--5", "1,23456"})
    void anythingElseIsRefused(String typed) {
        assertThrows(NumberFormatException.class, () -> AmountConverter.parse(typed));
    }
}
