package uplink.billing.rating.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uplink.billing.rating.boundary.Discount;
import uplink.billing.rating.boundary.EventType;
import uplink.billing.rating.boundary.Explanation;
import uplink.billing.rating.boundary.InvalidTimeline;
import uplink.billing.rating.boundary.LineTax;
import uplink.billing.rating.boundary.PartRule;
import uplink.billing.rating.boundary.Period;
import uplink.billing.rating.boundary.Quarantine;
import uplink.billing.rating.boundary.RatedLine;
import uplink.billing.rating.boundary.RatingTerms;
import uplink.billing.rating.boundary.Spread;
import uplink.billing.rating.boundary.TaxMode;
import uplink.billing.rating.boundary.TaxTerms;
import uplink.billing.rating.boundary.TimelineEvent;
import uplink.billing.rating.boundary.Timing;
import uplink.shared.Text;

/** What people read, and what is stored so that they can. */
class ExplainerTest {

    private static final Locale RU = Locale.forLanguageTag("ru");

    private final Story story = new Story();

    ExplainerTest() {
        story.currency = Currency.getInstance("RUB");
        story.terms = new RatingTerms(
                new BigDecimal("249.95"),
                Period.P1M,
                Timing.ADVANCE,
                Spread.PERIOD,
                PartRule.PRORATE,
                PartRule.PRORATE,
                TaxTerms.flat(TaxMode.INCLUDED, BigDecimal.valueOf(20)),
                null);
    }

    private List<String> told(Locale locale, String target) {
        return story.run(target).lines().stream()
                .map(RatedLine::explanation)
                .map(e ->
                        new Explainer(locale).explain(e).replace('\u00a0', ' ').replace('\u202f', ' '))
                .toList();
    }

    @Test
    void inRussian() {
        story.start("2023-04-09");
        assertEquals(
                List.of("Абонентская плата с 9 апреля 2023 г. по 30 апреля 2023 г.: 22 дня из 30, 249,95 ₽ × 22/30"
                        + " = 183,30 ₽; до округления 183,29667; причина: подключение 9 апреля 2023 г.;"
                        + " в том числе налог 20 %: 30,55 ₽."),
                told(RU, "2023-04-09"));
        assertEquals(
                List.of("Абонентская плата с 1 мая 2023 г. по 31 мая 2023 г.: полный период (31 день)"
                        + " по цене 249,95 ₽; в том числе налог 20 %: 41,66 ₽."),
                told(RU, "2023-05-01"));
        story.then(EventType.PAUSE, "2023-05-31");
        assertEquals(
                List.of("Не использовано 31 мая 2023 г.: 1 день из 31, 249,95 ₽ × 1/31 = 8,06 ₽ к возврату;"
                        + " до округления 8,06290; причина: приостановка 31 мая 2023 г.;"
                        + " в том числе налог 20 %: -1,34 ₽."),
                told(RU, "2023-05-31"));
        story.then(EventType.RESUME, "2023-05-31");
        story.fee("2023-06-01", "1500");
        story.discounts.add(new Discount(new BigDecimal("12.5"), null, Story.day("2023-06-01"), null));
        story.discounts.add(new Discount(null, BigDecimal.TEN, Story.day("2023-06-01"), null));
        assertEquals(
                List.of(
                        "Абонентская плата за 31 мая 2023 г.: 1 день из 31, 249,95 ₽ × 1/31 = 8,06 ₽;"
                                + " до округления 8,06290; причина: возобновление 31 мая 2023 г.;"
                                + " в том числе налог 20 %: 1,34 ₽.",
                        "Абонентская плата с 1 июня 2023 г. по 30 июня 2023 г.: полный период (30 дней) по цене"
                                + " 249,95 ₽, скидка 12,5 %, скидка 10,00 ₽ за период = 208,71 ₽;"
                                + " до округления 208,70625; в том числе налог 20 %: 34,79 ₽.",
                        "Разовый платёж «fee» от 1 июня 2023 г.: 1 500,00 ₽; в том числе налог 20 %: 250,00 ₽."),
                told(RU, "2023-06-01"));
        story.then(EventType.CANCEL, "2023-06-01");
        story.add(TimelineEvent.voiding(
                story.id(), Story.day("2023-06-02"), story.events.get(3).id()));
        assertEquals(
                List.of(
                        "Не использовано с 1 июня 2023 г. по 30 июня 2023 г.: полный период (30 дней) по цене"
                                + " 208,70625 ₽ = 208,71 ₽ к возврату; весь остаток по строке;"
                                + " причина: прекращение обслуживания 1 июня 2023 г.;"
                                + " в том числе налог 20 %: -34,79 ₽.",
                        "Возврат разового платежа «fee» от 1 июня 2023 г.: 1 500,00 ₽; весь остаток по строке;"
                                + " причина: исправление 2 июня 2023 г.; в том числе налог 20 %: -250,00 ₽."),
                told(RU, "2023-06-02"));
    }

    @Test
    void inEnglish() {
        story.terms = new RatingTerms(
                new BigDecimal("10"),
                Period.P1M,
                Timing.ADVANCE,
                Spread.DAILY,
                PartRule.PRORATE,
                PartRule.PRORATE,
                TaxTerms.flat(TaxMode.ON_TOP, new BigDecimal("7.5")),
                null);
        story.start("2023-04-30");
        story.add(TimelineEvent.fee(story.id(), Story.day("2023-04-30"), BigDecimal.ONE, null));
        assertEquals(
                List.of(
                        "Subscription for April 30, 2023, day 30 of a period of 30 days: 1 day of 30, RUB 10.00 × 1/30"
                                + " = RUB 0.33; 0.33333 before cumulative rounding;"
                                + " because of: start of service on April 30, 2023; 7.5% tax on top: RUB 0.02.",
                        "One-off fee of April 30, 2023: RUB 1.00; 7.5% tax on top: RUB 0.08."),
                told(Locale.UK, "2023-04-30"));
        story.add(TimelineEvent.voiding(
                story.id(), Story.day("2023-04-30"), story.events.get(1).id()));
        assertEquals(
                List.of("Return of the one-off fee of April 30, 2023: RUB 1.00; all that remained of the line;"
                        + " because of: correction on April 30, 2023; 7.5% tax on top: -RUB 0.08."),
                told(Locale.UK, "2023-04-30"));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1 день, 1 day",
        "2, 2 дня, 2 days",
        "4, 4 дня, 4 days",
        "5, 5 дней, 5 days",
        "10, 10 дней, 10 days",
        "11, 11 дней, 11 days",
        "12, 12 дней, 12 days",
        "14, 14 дней, 14 days",
        "15, 15 дней, 15 days",
        "20, 20 дней, 20 days",
        "21, 21 день, 21 days",
        "22, 22 дня, 22 days",
        "24, 24 дня, 24 days",
        "25, 25 дней, 25 days",
        "31, 31 день, 31 days",
        "92, 92 дня, 92 days",
        "111, 111 дней, 111 days",
        "112, 112 дней, 112 days",
        "365, 365 дней, 365 days",
        "366, 366 дней, 366 days",
        "0, 0 дней, 0 days"
    })
    void daysAreCountedAsPeopleDo(int count, String russian, String english) {
        assertEquals(russian, Plurals.days(count, RU));
        assertEquals(english, Plurals.days(count, Locale.ENGLISH));
    }

    @Test
    void whatIsStoredIsSmallAndComesBackTheSame() {
        story.start("2023-04-09");
        Explanation first = story.run("2023-04-09").lines().get(0).explanation();
        assertEquals(
                "{\"kind\":\"recurring\",\"cur\":\"RUB\",\"from\":\"2023-04-09\",\"to\":\"2023-05-01\",\"days\":22,"
                        + "\"of\":30,\"price\":\"249.95\",\"amount\":\"183.30\",\"round\":\"1/3\",\"tax\":{\"mode\":"
                        + "\"included\",\"pct\":\"20\",\"amount\":\"30.55\"},\"cause\":{\"event\":\"start\",\"date\":"
                        + "\"2023-04-09\"}}",
                ExplanationJson.write(first));
        story.discounts.add(new Discount(BigDecimal.TEN, null, Story.day("2023-05-01"), null));
        story.discounts.add(new Discount(null, BigDecimal.ONE, Story.day("2023-05-01"), null));
        story.add(TimelineEvent.fee(story.id(), Story.day("2023-05-01"), BigDecimal.ONE, "«Роутер»\n\"quoted\" \\ \t"));
        story.run("2023-05-01");
        story.then(EventType.CANCEL, "2023-05-01");
        story.run("2023-05-01");
        for (RatedLine line : story.billed) {
            assertEquals(line.explanation(), ExplanationJson.read(ExplanationJson.write(line.explanation())));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}",
                "[]",
                "nonsense",
                "{\"kind\":\"recurring\",\"amount\":\"1\"}",
                "{\"kind\":\"other\",\"cur\":\"RUB\",\"from\":\"2023-04-09\",\"to\":\"2023-05-01\",\"amount\":\"1\",\"price\":\"1\"}"
            })
    void whatWasNotWrittenHereIsRefused(String json) {
        assertThrows(IllegalArgumentException.class, () -> ExplanationJson.read(json));
    }

    @Test
    void aForgedLineDoesNotHold() {
        story.start("2023-04-09");
        Explanation e = story.run("2023-04-09").lines().get(0).explanation();
        assertTrue(Recomputation.holds(e));
        BigDecimal cent = new BigDecimal("0.01");
        LineTax tax =
                new LineTax(e.tax().mode(), e.tax().percent(), e.tax().amount().add(cent));
        assertFalse(Recomputation.holds(with(e, e.amount().add(cent), e.tax(), e.days())));
        assertFalse(Recomputation.holds(with(e, e.amount(), tax, e.days())));
        assertFalse(Recomputation.holds(with(e, e.amount(), e.tax(), e.days() + 1)));
    }

    private static Explanation with(Explanation e, BigDecimal amount, LineTax tax, int days) {
        return new Explanation(
                e.kind(),
                e.currency(),
                e.from(),
                e.to(),
                days,
                e.ofDays(),
                e.price(),
                e.discounts(),
                e.share(),
                amount,
                e.rounding(),
                tax,
                e.cause(),
                e.text(),
                e.corrected(),
                e.invoiceFrom());
    }

    @ParameterizedTest
    @EnumSource(InvalidTimeline.Reason.class)
    void everyRefusalHasItsWords(InvalidTimeline.Reason reason) {
        for (Locale locale : List.of(RU, Locale.ENGLISH)) {
            String words = new InvalidTimeline(3, reason).asProblem().detail().in(locale);
            assertFalse(words.startsWith("rating."), words);
            String verdict = new Quarantine(Quarantine.Reason.INVALID_TIMELINE, null, 0, reason)
                    .text()
                    .in(locale);
            assertTrue(verdict.endsWith(words), verdict);
        }
    }

    @ParameterizedTest
    @EnumSource(Quarantine.Reason.class)
    void everyVerdictHasItsWords(Quarantine.Reason reason) {
        for (Locale locale : List.of(RU, Locale.ENGLISH)) {
            String words = new Quarantine(reason, Story.day("2023-04-09"), 16, null)
                    .text()
                    .in(locale);
            assertFalse(words.startsWith("rating."), words);
        }
    }

    @Test
    void bothLanguagesSayTheSameThings() {
        var russian =
                java.util.ResourceBundle.getBundle("uplink.texts.rating", RU).keySet();
        for (String key : russian) {
            assertFalse(Text.of(key, 1, 2, 3, 4, 5).in(RU).contains("{"), key);
            if (!key.endsWith(".few")) {
                assertFalse(Text.of(key, 1, 2, 3, 4, 5).in(Locale.ENGLISH).startsWith("rating."), key);
            }
        }
    }
}
