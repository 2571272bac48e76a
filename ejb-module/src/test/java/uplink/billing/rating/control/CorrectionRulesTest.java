package uplink.billing.rating.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.billing.rating.boundary.Cause;
import uplink.billing.rating.boundary.EventType;
import uplink.billing.rating.boundary.PartRule;
import uplink.billing.rating.boundary.Period;
import uplink.billing.rating.boundary.RatedInvoice;
import uplink.billing.rating.boundary.RatedLine;
import uplink.billing.rating.boundary.Spread;
import uplink.billing.rating.boundary.TaxMode;
import uplink.billing.rating.boundary.TaxTerms;
import uplink.billing.rating.boundary.TimelineEvent;
import uplink.billing.rating.boundary.Timing;

/** What comes back, and what is charged anew, when the timeline changes. */
class CorrectionRulesTest extends RuleCases {

    @Test
    void aFreeLastPartTakesBackWhatEarlierTermsOfThePeriodCharged() {
        Story story = Story.of(parts(PartRule.PRORATE, PartRule.FREE), 1).start("2022-10-01");
        story.run("2022-10-01");
        story.change("2022-10-11", "62");
        story.run("2022-10-11");
        story.then(EventType.CANCEL, "2022-10-21");
        story.run("2022-10-21");
        assertEquals(new BigDecimal("0.00"), story.sum());
    }

    @Test
    void neverMoreThanRemainsOfTheLineAndItsTax() {
        Story story = Story.of(taxed("0.05", TaxTerms.flat(TaxMode.INCLUDED, BigDecimal.valueOf(20))), 1);
        story.start("2022-09-01");
        assertEquals(new BigDecimal("0.01"), story.run("2022-09-01").tax());
        BigDecimal amount = new BigDecimal("0.05");
        BigDecimal tax = new BigDecimal("0.01");
        for (int day = 24; day >= 1; day -= 3) {
            story.events.subList(1, story.events.size()).clear();
            story.then(EventType.CANCEL, String.format("2022-09-%02d", day));
            RatedInvoice back = story.run("2022-09-30");
            amount = amount.add(back.total());
            tax = tax.add(back.tax());
            assertTrue(amount.signum() >= 0 && tax.signum() >= 0, amount + " " + tax);
            back.lines().forEach(line -> assertTrue(Recomputation.holds(line.explanation())));
        }
        story.events.subList(1, story.events.size()).clear();
        story.then(EventType.CANCEL, "2022-09-01");
        story.run("2022-09-30");
        assertEquals(new BigDecimal("0.00"), story.sum());
    }

    @Test
    void aPauseThatEndsOnItsDayChangesNothing() {
        Story story = Story.of("31", 1).start("2022-10-01");
        story.then(EventType.PAUSE, "2022-10-10");
        story.then(EventType.RESUME, "2022-10-10");
        assertEquals(List.of("31.00"), story.amounts("2022-10-01"));
        assertEquals(List.of(), story.amounts("2022-10-31"));
    }

    @Test
    void severalChangesOnOneDayLeaveTheLastOne() {
        Story story = Story.of("31", 1).start("2022-10-01");
        story.run("2022-10-01");
        story.change("2022-10-11", "62");
        story.run("2022-10-11");
        UUID second = story.change("2022-10-11", "93");
        RatedInvoice again = story.run("2022-10-11");
        assertEquals(List.of("2022-10-11..2022-11-01 -42.00", "2022-10-11..2022-11-01 63.00"), told(again));
        assertEquals("change:" + second, again.lines().get(1).key().cause());
        assertEquals(LocalDate.of(2022, 10, 1), again.lines().get(1).key().periodStart());
        assertEquals(
                new Cause(EventType.CHANGE, Story.day("2022-10-11")),
                again.lines().get(0).explanation().cause());
        assertEquals(
                new UUID(7, 7),
                Story.of(terms("1", Period.P1M, Timing.ADVANCE, Spread.PERIOD), 1)
                        .start("2022-10-01")
                        .run("2022-10-01")
                        .lines()
                        .get(0)
                        .tariffVersionId());
    }

    @Test
    void aNewBillingDayBeginsNewPeriods() {
        Story story = Story.of("31", 1).start("2022-10-01");
        story.run("2022-10-01");
        story.add(TimelineEvent.change(story.id(), Story.day("2022-10-20"), null, 15));
        // the days up to 1 November are paid at the same 1/31 a day: only what goes beyond is new
        assertEquals(List.of("2022-11-01..2022-11-15 14.00"), told(story.run("2022-10-20")));
        assertEquals(List.of("2022-11-15..2022-12-15 31.00"), told(story.run("2022-11-15")));
    }

    @Test
    void plannedEventsShortenTheBill() {
        Story story = Story.of("31", 1).start("2022-10-01");
        story.then(EventType.CANCEL, "2022-10-11");
        RatedInvoice invoice = story.run("2022-10-01");
        assertEquals(List.of("2022-10-01..2022-10-11 10.00"), told(invoice));
        assertFalse(invoice.closed());
        assertTrue(story.run("2022-10-11").closed());
    }

    @Test
    void aVoidedPauseIsChargedAnewBetweenTheDaysThatWerePaid() {
        Story story = Story.of("31", 1).start("2022-10-01");
        UUID pause = story.then(EventType.PAUSE, "2022-10-05");
        UUID resume = story.then(EventType.RESUME, "2022-10-10");
        story.run("2022-10-31");
        story.add(TimelineEvent.voiding(story.id(), Story.day("2022-10-31"), pause));
        story.add(TimelineEvent.voiding(story.id(), Story.day("2022-10-31"), resume));
        RatedInvoice invoice = story.run("2022-10-31");
        assertEquals(List.of("2022-10-05..2022-10-10 5.00"), told(invoice));
        assertEquals(
                new Cause(EventType.CORRECTION, Story.day("2022-10-31")),
                invoice.lines().get(0).explanation().cause());
    }

    @Test
    void aPauseFromTheFirstDayTakesBackOnlyItsDays() {
        Story story = Story.of("31", 1).start("2022-10-01");
        story.run("2022-10-01");
        story.then(EventType.PAUSE, "2022-10-01");
        story.then(EventType.RESUME, "2022-10-11");
        assertEquals(List.of("2022-10-01..2022-10-11 -10.00"), told(story.run("2022-10-31")));
    }

    @Test
    void severalAdjustmentsOfOneLineShareWhatRemains() {
        Story story = Story.of("0.02", 1).start("2022-09-01");
        story.run("2022-09-01");
        for (String pause : List.of("2022-09-02", "2022-09-12", "2022-09-22")) {
            story.then(EventType.PAUSE, pause);
            story.then(EventType.RESUME, Story.day(pause).plusDays(8).toString());
        }
        assertEquals(List.of("-0.01", "-0.01", "0.00"), story.amounts("2022-09-30"));
        assertEquals(List.of(), story.amounts("2022-09-30"));
    }

    @Test
    void adjustmentsComeByDate() {
        Story story = Story.of("30", 1).start("2022-09-01").fee("2022-09-05", "1");
        story.run("2022-09-05");
        story.then(EventType.PAUSE, "2022-09-16");
        UUID fee = story.events.get(1).id();
        UUID voiding = story.add(TimelineEvent.voiding(story.id(), Story.day("2022-09-20"), fee));
        assertEquals(
                List.of("2022-09-05..2022-09-06 -1.00", "2022-09-16..2022-10-01 -15.00"),
                told(story.run("2022-09-20")));
        UUID again = story.add(TimelineEvent.voiding(story.id(), Story.day("2022-09-20"), voiding));
        story.run("2022-09-20");
        UUID third = story.add(TimelineEvent.voiding(story.id(), Story.day("2022-09-20"), again));
        story.run("2022-09-20");
        story.add(TimelineEvent.voiding(story.id(), Story.day("2022-09-20"), third));
        assertEquals(List.of("1.00"), story.amounts("2022-09-20"));
        assertEquals(
                "fee:" + fee + "#3",
                story.billed.get(story.billed.size() - 1).key().cause());
    }

    @Test
    void theCauseIsTheLatestEventWhateverTheOrderOfRecording() {
        Story story = Story.of("30", 1).start("2022-09-01");
        story.run("2022-09-01");
        UUID cancel = story.then(EventType.CANCEL, "2022-09-21");
        story.change("2022-09-11", "60");
        assertEquals(List.of("-20.00", "20.00"), story.amounts("2022-09-21"));
        UUID voiding = story.add(TimelineEvent.voiding(story.id(), Story.day("2022-09-22"), cancel));
        RatedLine line = story.run("2022-09-22").lines().get(0);
        assertEquals("correction:" + voiding + "/2022-09-21", line.key().cause());
        assertEquals(new BigDecimal("20.00"), line.amount());
    }

    @Test
    void anEventBeforeTheSettledDaysIsSeenWhenTheLinesAreGiven() {
        Story story = Story.of(parts(PartRule.PRORATE, PartRule.FREE), 1).start("2022-10-01");
        RatedInvoice first = story.run("2022-10-01");
        story.then(EventType.CANCEL, "2022-10-20");
        RatedInvoice last = Rating.rate(story.timeline(), story.billed, Story.day("2022-10-20"), first.since());
        assertEquals(List.of("2022-10-01..2022-11-01 -31.00"), told(last));
    }
}
