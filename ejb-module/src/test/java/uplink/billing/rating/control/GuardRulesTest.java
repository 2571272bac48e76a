package uplink.billing.rating.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uplink.billing.rating.boundary.ChargeKey;
import uplink.billing.rating.boundary.EventType;
import uplink.billing.rating.boundary.Explanation;
import uplink.billing.rating.boundary.InvalidTimeline;
import uplink.billing.rating.boundary.LineKind;
import uplink.billing.rating.boundary.Period;
import uplink.billing.rating.boundary.Quarantine;
import uplink.billing.rating.boundary.RatedInvoice;
import uplink.billing.rating.boundary.RatedLine;
import uplink.billing.rating.boundary.Spread;
import uplink.billing.rating.boundary.TimelineEvent;
import uplink.billing.rating.boundary.Timing;

/** What waits for a person instead of being billed, and the keys that let nothing be charged twice. */
class GuardRulesTest extends RuleCases {

    @Test
    void moreThanFifteenChargesOfOnePeriodWaitForAPerson() {
        Story story = Story.of("31", 1).start("2022-10-01");
        for (int i = 0; i < 15; i++) {
            story.fee("2022-10-05", "1");
        }
        assertNull(story.run("2022-10-05").quarantine());
        Story guarded = Story.of("31", 1).start("2022-10-01");
        for (int i = 0; i < 16; i++) {
            guarded.fee("2022-10-05", "1");
        }
        RatedInvoice refused = guarded.run("2022-10-05");
        assertEquals(
                new Quarantine(Quarantine.Reason.TOO_MANY_CHARGES, Story.day("2022-10-05"), 16, null),
                refused.quarantine());
        assertEquals(List.of(), refused.lines());
        assertEquals(new BigDecimal("0.00"), refused.total());
        assertEquals(Story.day("2022-10-05"), refused.nextDue());
    }

    @Test
    void catchingUpManyDaysIsNoReason() {
        Story story = Story.of(terms("1", Period.P1D, Timing.ADVANCE, Spread.PERIOD), 1)
                .start("2022-10-01");
        assertEquals(
                100,
                story.run(Story.day("2022-10-01").plusDays(99), story.timeline())
                        .lines()
                        .size());
        Story daily = Story.of(terms("1", Period.P1M, Timing.ADVANCE, Spread.DAILY), 1)
                .start("2022-10-01");
        assertEquals(
                100,
                daily.run(Story.day("2022-10-01").plusDays(99), daily.timeline())
                        .lines()
                        .size());
    }

    @Test
    void aDayChargedTwiceWaitsForAPerson() {
        Story story = Story.of("31", 1).start("2022-10-01");
        story.run("2022-10-01");
        RatedLine line = story.billed.get(0);
        story.billed.add(
                new RatedLine(new ChargeKey(LineKind.RECURRING, line.from(), "by hand"), line.explanation(), null));
        assertEquals(
                new Quarantine(Quarantine.Reason.OVERLAP, Story.day("2022-10-01"), 0, null),
                story.run("2022-10-01").quarantine());
    }

    @Test
    void aLineThatEndsBeforeItBeginsWaitsForAPerson() {
        Story story = Story.of("31", 1).start("2022-10-01");
        story.run("2022-10-01");
        Explanation e = story.billed.remove(0).explanation();
        Explanation wrong = new Explanation(
                e.kind(),
                e.currency(),
                e.to(),
                e.from(),
                e.days(),
                e.ofDays(),
                e.price(),
                e.discounts(),
                e.share(),
                e.amount(),
                e.rounding(),
                e.tax(),
                e.cause(),
                e.text(),
                e.corrected(),
                e.invoiceFrom());
        ChargeKey key = new ChargeKey(LineKind.RECURRING, e.to(), "");
        story.billed.add(new RatedLine(key, wrong, null));
        Quarantine verdict = story.run("2022-10-01").quarantine();
        assertEquals(Quarantine.Reason.END_BEFORE_START, verdict.reason());
        assertFalse(Recomputation.holds(wrong));
        assertEquals(
                Quarantine.Reason.END_BEFORE_START,
                Guard.judge(List.of(new RatedLine(key, wrong, null))).reason());
    }

    @Test
    void nonsenseIsAVerdictNotAFailure() {
        Story story = Story.of("31", 1);
        story.then(EventType.CANCEL, "2022-10-01");
        RatedInvoice refused = story.run("2022-10-01");
        assertEquals(Quarantine.Reason.INVALID_TIMELINE, refused.quarantine().reason());
        assertEquals(new BigDecimal("0.00"), refused.total());
        assertTrue(refused.pastSince());
    }

    @Test
    void keysNameTheEventTheDayAndTheRepetition() {
        Story story = Story.of("31", 1).start("2022-10-01");
        story.run("2022-11-01");
        UUID pause = story.then(EventType.PAUSE, "2022-10-11");
        assertEquals(
                List.of("pause:" + pause, "pause:" + pause + "/2022-11-01"),
                story.run("2022-11-01").lines().stream()
                        .map(l -> l.key().cause())
                        .toList());
        UUID voiding = story.add(TimelineEvent.voiding(story.id(), Story.day("2022-10-11"), pause));
        assertEquals(
                List.of("correction:" + voiding, "correction:" + voiding + "/2022-11-01"),
                story.run("2022-11-01").lines().stream()
                        .map(l -> l.key().cause())
                        .toList());
        assertEquals(
                Stream.of("2022-10-01", "2022-11-01").map(LocalDate::parse).toList(),
                story.billed.subList(4, 6).stream()
                        .map(l -> l.key().periodStart())
                        .toList());
    }

    @Test
    void aFeeWithoutAnyStartMakesNoSense() {
        Story story = Story.of("30.00", 1).fee("2023-03-20", "6.00");
        assertEquals(
                InvalidTimeline.Reason.NO_START,
                story.run("2023-04-01").quarantine().timeline());
    }
}
