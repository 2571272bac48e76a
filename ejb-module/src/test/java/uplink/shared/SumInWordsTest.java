package uplink.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SumInWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "650.00 | RUB | Шестьсот пятьдесят рублей 00 копеек",
                "1.01 | RUB | Один рубль 01 копейка",
                "2.02 | RUB | Два рубля 02 копейки",
                "1001.11 | RUB | Одна тысяча один рубль 11 копеек",
                "22000.21 | RUB | Двадцать две тысячи рублей 21 копейка",
                "999999999999.99 | RUB | Девятьсот девяносто девять миллиардов девятьсот девяносто девять миллионов девятьсот девяносто девять тысяч девятьсот девяносто девять рублей 99 копеек",
                "0.50 | RUB | Ноль рублей 50 копеек",
                "12.30 | USD | Двенадцать USD 30",
            })
    void inRussian(String amount, String currency, String expected) {
        assertEquals(expected, SumInWords.of(Money.of(amount, currency), Locale.forLanguageTag("ru")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "650.00 | RUB | Six hundred fifty roubles 00 kopecks",
                "1.01 | RUB | One rouble 01 kopeck",
                "5 | JPY | Five JPY",
            })
    void inEnglish(String amount, String currency, String expected) {
        assertEquals(expected, SumInWords.of(Money.of(amount, currency), Locale.ENGLISH));
    }
}
