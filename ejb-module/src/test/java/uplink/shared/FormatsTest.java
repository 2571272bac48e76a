package uplink.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    @Test
    void moneyCarriesTheSignOfItsCurrencyInBothLanguages() {
        BigDecimal amount = new BigDecimal("1234567.50");
        assertEquals("1\u00a0234\u00a0567,50\u00a0₽", Formats.money(amount, "RUB", RUSSIAN));
        assertEquals("₽1,234,567.50", Formats.money(amount, "RUB", Locale.ENGLISH));
    }

    @Test
    void debtHasATrueMinus() {
        assertEquals("\u221250,00\u00a0₽", Formats.money(new BigDecimal("-50"), "RUB", RUSSIAN));
    }

    @Test
    void aCurrencyWithoutMinorUnitsShowsNone() {
        assertEquals("¥1,500", Formats.money(new BigDecimal("1500"), "JPY", Locale.ENGLISH));
    }

    @Test
    void daysAndMomentsAreTheOperatorsZone() {
        LocalDate day = LocalDate.of(2026, 2, 3);
        assertEquals("03.02.2026", Formats.day(day, RUSSIAN));
        assertEquals("3 Feb 2026", Formats.day(day, Locale.ENGLISH));
        assertEquals(
                "01.03.2026, 01:30",
                Formats.moment(Instant.parse("2026-02-28T22:30:00Z"), ZoneId.of("Europe/Moscow"), RUSSIAN));
    }

    @ParameterizedTest
    @CsvSource({"0,0:00", "245,4:05", "3723,1:02:03"})
    void durationsAreMinutesAndSeconds(long seconds, String written) {
        assertEquals(written, Formats.duration(Duration.ofSeconds(seconds)));
    }
}
