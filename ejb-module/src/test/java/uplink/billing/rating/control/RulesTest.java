package uplink.billing.rating.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.billing.rating.boundary.ChargeKey;
import uplink.billing.rating.boundary.Discount;
import uplink.billing.rating.boundary.EventType;
import uplink.billing.rating.boundary.Explanation;
import uplink.billing.rating.boundary.LineKind;
import uplink.billing.rating.boundary.LineTax;
import uplink.billing.rating.boundary.PartRule;
import uplink.billing.rating.boundary.Period;
import uplink.billing.rating.boundary.RatedInvoice;
import uplink.billing.rating.boundary.RatedLine;
import uplink.billing.rating.boundary.RatingTerms;
import uplink.billing.rating.boundary.Spread;
import uplink.billing.rating.boundary.TaxMode;
import uplink.billing.rating.boundary.TaxRate;
import uplink.billing.rating.boundary.TaxTerms;
import uplink.billing.rating.boundary.TimelineEvent;
import uplink.billing.rating.boundary.Timing;

/** The rules one by one. */
class RulesTest extends RuleCases {

    @Test
    void arrearsAreChargedWhenThePeriodEnds() {
        Story story = Story.of(terms("31", Period.P1M, Timing.ARREARS, Spread.PERIOD), 1);
        story.start("2022-10-15");
        assertEquals(List.of(), story.amounts("2022-10-31"));
        assertEquals(LocalDate.of(2022, 11, 1), story.run("2022-10-31").nextDue());
        assertEquals(List.of("17.00"), story.amounts("2022-11-01"));
        story.then(EventType.CANCEL, "2022-11-11");
        assertEquals(List.of(), story.amounts("2022-11-10"));
        RatedInvoice last = story.run("2022-11-11");
        assertEquals(List.of("2022-11-01..2022-11-11 10.33"), told(last));
        assertTrue(last.closed());
        assertNull(last.nextDue());
    }

    @Test
    void aChangeInArrearsWaitsForTheEndOfThePeriod() {
        Story story = Story.of(terms("31", Period.P1M, Timing.ARREARS, Spread.PERIOD), 1);
        story.start("2022-10-01");
        story.change("2022-10-11", "62");
        assertEquals(List.of(), story.amounts("2022-10-31"));
        assertEquals(List.of("10.00", "42.00"), story.amounts("2022-11-01"));
    }

    @Test
    void dailySharesAreChargedDayByDayAndInvoicedWhenThePeriodEnds() {
        Story story = Story.of(terms("100", Period.P1M, Timing.ADVANCE, Spread.DAILY), 1);
        story.start("2022-10-30");
        RatedInvoice first = story.run("2022-10-31");
        assertEquals(List.of("2022-10-30..2022-10-31 3.22", "2022-10-31..2022-11-01 3.23"), told(first));
        RatedLine share = first.lines().get(1);
        assertEquals(31, share.explanation().share());
        assertEquals(LocalDate.of(2022, 11, 1), share.explanation().invoiceFrom());
        assertEquals(new ChargeKey(LineKind.RECURRING, LocalDate.of(2022, 10, 31), ""), share.key());
        assertEquals(LocalDate.of(2022, 11, 1), first.nextDue());
        assertEquals(LocalDate.of(2022, 11, 1), first.since());
        assertFalse(first.pastSince());
        assertFalse(first.closed());
        assertEquals(List.of("3.33"), story.amounts("2022-11-01"));
    }

    @Test
    void dailySharesInArrearsAreChargedWhenTheDayIsOver() {
        Story story = Story.of(terms("100", Period.P1M, Timing.ARREARS, Spread.DAILY), 1);
        story.start("2022-10-30");
        RatedInvoice first = story.run("2022-10-30");
        assertEquals(List.of(), told(first));
        assertEquals(LocalDate.of(2022, 10, 31), first.nextDue());
        assertEquals(List.of("2022-10-30..2022-10-31 3.22"), told(story.run("2022-10-31")));
    }

    @ParameterizedTest
    @CsvSource({
        // first, last, cancelled, billed at the start, at the cancellation
        "PRORATE, PRORATE, 2022-11-20, 17.00, 19.63",
        "FULL,    PRORATE, 2022-11-20, 31.00, 19.63",
        "FREE,    PRORATE, 2022-11-20, 0,     19.63",
        "PRORATE, FULL,    2022-11-20, 17.00, 31.00",
        "PRORATE, FREE,    2022-11-20, 17.00, 0",
        "PRORATE, FREE,    2022-12-01, 17.00, 31.00",
        "PRORATE, FULL,    2022-12-01, 17.00, 31.00",
        "PRORATE, FREE,    2022-10-20, 17.00, -17.00",
        "PRORATE, FULL,    2022-10-20, 17.00, 0",
        "FULL,    PRORATE, 2022-10-20, 31.00, -21.88",
        "FREE,    FULL,    2022-10-20, 0,     0",
    })
    void firstAndLastParts(PartRule first, PartRule last, String cancelled, String begin, String end) {
        Story story = Story.of(parts(first, last), 1).start("2022-10-15");
        assertEquals(0, new BigDecimal(begin).compareTo(story.run("2022-10-15").total()));
        story.then(EventType.CANCEL, cancelled);
        assertEquals(0, new BigDecimal(end).compareTo(story.run(cancelled).total()));
        assertEquals(List.of(), story.amounts("2023-01-01"));
    }

    @Test
    void aWholeFirstPeriodIsNoPart() {
        Story story = Story.of(parts(PartRule.FREE, PartRule.FREE), 15).start("2022-10-15");
        assertEquals(List.of("31.00"), story.amounts("2022-10-15"));
    }

    @Test
    void percentageThenAmountThenOneRounding() {
        Story story = Story.of("249.95", 1);
        story.discounts.add(new Discount(null, new BigDecimal("50.00"), null, 2));
        story.discounts.add(new Discount(BigDecimal.TEN, null, null, null));
        story.start("2022-10-20");
        // (249.95 × 0.9 − 50) × 12/31 = 67.72…
        assertEquals(List.of("67.72"), story.amounts("2022-10-20"));
        assertEquals(List.of("174.96", "224.96"), story.amounts("2022-12-01"));
        Explanation first = story.billed.get(0).explanation();
        assertEquals(
                List.of(
                        new Discount(BigDecimal.TEN, null, null, null),
                        new Discount(null, new BigDecimal("50.00"), null, null)),
                first.discounts());
        // 174.955 × 12 / 31 = 67.724516…: 67.72 is 0.4516… of a kopeck below
        assertEquals("-14/31", first.rounding());
    }

    @Test
    void aDiscountBeginsWithThePeriodAfterItsDateAndNeverPaysOut() {
        Story story = Story.of("30", 1);
        story.discounts.add(new Discount(null, new BigDecimal("50"), LocalDate.of(2022, 11, 2), 1));
        story.discounts.add(new Discount(BigDecimal.TEN, null, LocalDate.of(2022, 11, 1), 1));
        story.discounts.add(new Discount(BigDecimal.TEN, null, LocalDate.of(2000, 11, 1), 1));
        story.start("2022-10-01");
        assertEquals(List.of("27.00", "27.00", "0.00", "30.00"), story.amounts("2023-01-01"));
    }

    @Test
    void aFreePeriodIsBilledOnceAndTakesNothingBack() {
        Story story = Story.of("0", 1).start("2022-10-01");
        assertEquals(List.of("0.00"), story.amounts("2022-10-01"));
        story.then(EventType.PAUSE, "2022-10-10");
        assertEquals(List.of(), story.amounts("2022-10-10"));
        story.then(EventType.RESUME, "2022-10-20");
        assertEquals(List.of(), story.amounts("2022-10-20"));
        story.change("2022-10-25", "31");
        assertEquals(List.of("7.00"), story.amounts("2022-10-25"));
    }

    @ParameterizedTest
    @CsvSource({
        "ON_TOP,   20, 10.00, 2.00, 12.00, 10.00",
        "INCLUDED, 20, 12.00, 2.00, 12.00, 10.00",
        "ON_TOP,   18, 0.99,  0.18, 1.17,  0.99",
        "INCLUDED, 18, 0.99,  0.15, 0.99,  0.84",
        "ON_TOP,   0,  10.00, 0.00, 10.00, 10.00",
    })
    void taxIsRoundedPerLine(TaxMode mode, BigDecimal rate, String price, String tax, String gross, String net) {
        Story story = Story.of(taxed(price, TaxTerms.flat(mode, rate)), 1).start("2022-10-01");
        RatedInvoice invoice = story.run("2022-10-01");
        RatedLine line = invoice.lines().get(0);
        assertEquals(new BigDecimal(tax), line.tax().amount());
        assertEquals(new BigDecimal(gross), line.gross());
        assertEquals(new BigDecimal(net), line.net());
        assertEquals(line.gross(), invoice.total());
        assertEquals(line.tax().amount(), invoice.tax());
    }

    @Test
    void theTaxIsThatOfThePeriodAndFollowsTheLineBack() {
        TaxTerms vat = new TaxTerms(List.of(
                new TaxRate(LocalDate.of(2019, 1, 1), TaxMode.ON_TOP, BigDecimal.valueOf(20)),
                new TaxRate(LocalDate.of(2026, 1, 1), TaxMode.ON_TOP, BigDecimal.valueOf(22))));
        Story story = Story.of(taxed("31.00", vat), 15).start("2025-12-15");
        assertEquals(new BigDecimal("6.20"), story.run("2025-12-15").tax());
        story.then(EventType.PAUSE, "2026-01-02");
        RatedInvoice back = story.run("2026-01-02");
        assertEquals(
                new LineTax(TaxMode.ON_TOP, BigDecimal.valueOf(20), new BigDecimal("-2.60")),
                back.lines().get(0).tax());
        assertEquals(new BigDecimal("-15.60"), back.total());
        story.then(EventType.RESUME, "2026-01-03");
        assertEquals(new BigDecimal("2.40"), story.run("2026-01-03").tax(), "the period began at 20 %");
        story.change("2026-01-04", "62.00");
        RatedInvoice changed = story.run("2026-01-04");
        assertEquals(BigDecimal.valueOf(22), changed.lines().get(1).tax().percent(), "new terms, new rate");
        assertEquals(BigDecimal.ZERO, TaxTerms.NONE.on(LocalDate.of(2026, 1, 1)).percent());
        assertEquals(BigDecimal.ZERO, vat.on(LocalDate.of(2018, 12, 31)).percent());
    }

    @Test
    void feesAreChargedOnTheirDayAndComeBackWhenVoided() {
        Story story = Story.of("31", 1).start("2022-10-01");
        story.fee("2022-10-10", "30").fee("2022-10-10", "30").fee("2022-10-20", "5.5");
        RatedInvoice first = story.run("2022-10-10");
        assertEquals(
                List.of("2022-10-01..2022-11-01 31.00", "2022-10-10..2022-10-11 30.00", "2022-10-10..2022-10-11 30.00"),
                told(first));
        assertEquals(LocalDate.of(2022, 10, 20), first.nextDue());
        assertEquals(LocalDate.of(2022, 10, 20), first.since());
        assertTrue(first.pastSince());
        assertEquals(List.of("5.50"), story.amounts("2022-10-20"));
        UUID fee = story.events.get(1).id();
        UUID voided = story.add(TimelineEvent.voiding(story.id(), Story.day("2022-10-21"), fee));
        RatedInvoice back = story.run("2022-10-21");
        assertEquals(List.of("2022-10-10..2022-10-11 -30.00"), told(back));
        assertEquals(LineKind.FEE, back.lines().get(0).corrects().kind());
        assertEquals("fee", back.lines().get(0).explanation().text());
        assertEquals(List.of(), story.amounts("2022-10-21"));
        story.add(TimelineEvent.voiding(story.id(), Story.day("2022-10-22"), voided));
        assertEquals(List.of("30.00"), story.amounts("2022-10-22"));
        assertEquals(
                "fee:" + fee + "#2",
                story.billed.get(story.billed.size() - 1).key().cause());
        assertEquals(List.of(), story.amounts("2022-10-22"));
    }

    @Test
    void aFeeTakesTheTaxOfItsOwnClassOrOfTheTerms() {
        Story story = Story.of(taxed("12", TaxTerms.flat(TaxMode.INCLUDED, BigDecimal.valueOf(20))), 1);
        story.start("2022-10-01").fee("2022-10-01", "6");
        TaxTerms own = TaxTerms.flat(TaxMode.ON_TOP, BigDecimal.TEN);
        story.add(new TimelineEvent(
                story.id(), EventType.FEE, Story.day("2022-10-01"), null, null, BigDecimal.TEN, null, own, null));
        assertEquals(
                List.of("2.00", "1.00", "1.00"),
                story.run("2022-10-01").lines().stream()
                        .map(l -> l.tax().amount().toString())
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"JPY, 100, 45", "USD, 100, 45.16", "KWD, 100, 45.161"})
    void currenciesHaveNoneTwoOrThreeDecimals(String currency, String price, String amount) {
        Story story = Story.of(price, 15);
        story.currency = java.util.Currency.getInstance(currency);
        assertEquals(List.of(amount), story.start("2022-09-01").amounts("2022-09-01"));
    }

    @Test
    void everyBeginningOfFebruaryOfALeapYear() {
        Story story = Story.of("29", 31).start("2024-02-01");
        assertEquals(List.of("28.00"), story.amounts("2024-02-01"));
        assertEquals(List.of("2024-02-29..2024-03-31 29.00"), told(story.run("2024-02-29")));
        assertEquals(List.of("2024-03-31..2024-04-30 29.00"), told(story.run("2024-03-31")));
        assertEquals(List.of("2024-04-30..2024-05-31 29.00"), told(story.run("2024-04-30")));
    }

    @Test
    void theSamePriceWithAnotherTaxIsAnotherPrice() {
        Story story = Story.of(taxed("12", TaxTerms.flat(TaxMode.INCLUDED, BigDecimal.valueOf(20))), 1);
        story.start("2022-09-01");
        story.run("2022-09-01");
        RatingTerms onTop = taxed("12", TaxTerms.flat(TaxMode.ON_TOP, BigDecimal.valueOf(20)));
        story.add(TimelineEvent.change(story.id(), Story.day("2022-09-16"), onTop, null));
        RatedInvoice invoice = story.run("2022-09-16");
        assertEquals(List.of("2022-09-16..2022-10-01 -6.00", "2022-09-16..2022-10-01 6.00"), told(invoice));
        assertEquals(new BigDecimal("1.20"), invoice.total());
        assertEquals(new BigDecimal("0.20"), invoice.tax());
    }

    @Test
    void aFeeBeforeTheStartHasTheTermsOfTheStart() {
        RatingTerms taxed = new RatingTerms(
                new BigDecimal("30.00"),
                Period.P1M,
                Timing.ADVANCE,
                Spread.PERIOD,
                PartRule.PRORATE,
                PartRule.PRORATE,
                TaxTerms.flat(TaxMode.INCLUDED, new BigDecimal("20")),
                new UUID(7, 7));
        Story story = Story.of(taxed, 1).fee("2023-03-20", "6.00").start("2023-04-01");
        RatedLine fee = story.run("2023-03-20").lines().get(0);
        assertEquals(new BigDecimal("6.00"), fee.amount());
        assertEquals(new BigDecimal("1.00"), fee.tax().amount());
        assertEquals(new UUID(7, 7), fee.tariffVersionId());
        assertEquals(List.of("30.00"), story.amounts("2023-04-01"));
    }
}
