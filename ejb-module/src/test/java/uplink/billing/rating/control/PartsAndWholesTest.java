package uplink.billing.rating.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.billing.rating.boundary.EventType;
import uplink.billing.rating.boundary.LineKind;
import uplink.billing.rating.boundary.RatedLine;
import uplink.billing.rating.boundary.RatingTerms;
import uplink.billing.rating.boundary.Spread;
import uplink.billing.rating.boundary.Timeline;

/** What the parts of a period come to, however it is cut and whenever it is billed. */
class PartsAndWholesTest {

    private static final BigDecimal HALF = new BigDecimal("0.005");

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("rating.seeds", 250));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void partsDifferFromTheWholeByHalfAUnitAPart(long seed) {
        Chance chance = new Chance(seed);
        BigDecimal rate = BigDecimal.valueOf(chance.below(1_000_000), 2);
        int days = 28 + chance.below(4);
        int parts = 1 + chance.below(6);
        int left = days;
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 1; i < parts; i++) {
            int part = chance.below(left + 1);
            sum = sum.add(Proration.part(rate, part, days, 2));
            left -= part;
        }
        sum = sum.add(Proration.part(rate, left, days, 2));
        assertTrue(sum.subtract(rate).abs().compareTo(HALF.multiply(BigDecimal.valueOf(parts))) <= 0);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void dailySharesAddUpToThePriceExactly(long seed) {
        Chance chance = new Chance(seed);
        BigDecimal rate = BigDecimal.valueOf(chance.below(1_000_000), chance.below(5));
        int days = chance.of(28, 29, 30, 31, 92, 365, 366);
        int scale = chance.of(0, 2, 3);
        BigDecimal sum = BigDecimal.ZERO;
        for (int day = 1; day <= days; day++) {
            BigDecimal share = Proration.share(rate, day, days, scale);
            assertTrue(share.signum() >= 0);
            sum = sum.add(share);
        }
        assertEquals(rate.setScale(scale, RoundingMode.HALF_UP), sum);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void daysBeforeAndAfterAChangeMakeThePeriod(long seed) {
        Chance chance = new Chance(seed);
        LocalDate start = chance.day(LocalDate.of(2024, 1, 1), 700);
        Story story = Story.of(chance.price().add(BigDecimal.ONE).toString(), 1 + chance.below(31));
        story.start(start.toString());
        story.run(start.plusMonths(3).toString());
        LocalDate change = start.plusDays(1 + chance.below(80));
        story.change(change.toString(), "777.77");
        List<RatedLine> lines = story.run(start.plusMonths(3).toString()).lines();
        long back = lines.stream()
                .filter(l -> l.key().kind() == LineKind.ADJUSTMENT)
                .mapToLong(l -> l.explanation().days())
                .sum();
        long anew = lines.stream()
                .filter(l -> l.key().kind() == LineKind.RECURRING)
                .mapToLong(l -> l.explanation().days())
                .sum();
        assertEquals(back, anew);
        for (RatedLine line : lines) {
            assertEquals(
                    line.explanation().days(),
                    line.to().toEpochDay() - line.from().toEpochDay());
        }
    }

    /** Two operators with the same customer: one bills every few days, the other rarely. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void howeverTheRunsAreCutTheSumIsTheSame(long seed) {
        Chance chance = new Chance(seed);
        LocalDate start = chance.day(LocalDate.of(2024, 1, 1), 400);
        Story often = Story.of(chance.terms(), 1 + chance.below(31));
        often.start(start.toString());
        Story seldom = Story.of(often.terms, often.billingDay);
        LocalDate end = start.plusDays(200);
        TreeSet<LocalDate> dates = new TreeSet<>();
        for (int i = 0; i < 5; i++) {
            dates.add(chance.day(start.plusDays(1), 190));
        }
        boolean paused = false;
        for (LocalDate date : dates) {
            if (chance.in(2)) {
                often.change(date.toString(), chance.price().toString());
            } else {
                often.then(paused ? EventType.RESUME : EventType.PAUSE, date.toString());
                paused = !paused;
            }
        }
        Timeline timeline = often.timeline();
        for (LocalDate target = start; target.isBefore(end); target = target.plusDays(1 + chance.below(20))) {
            assertEquals(null, often.run(target, timeline.knownBy(target)).quarantine());
        }
        often.run(end, timeline);
        assertEquals(List.of(), often.run(end, timeline).lines());
        seldom.run(end, timeline);
        BigDecimal parts = BigDecimal.valueOf(often.billed.size() + seldom.billed.size());
        BigDecimal allowed = HALF.multiply(parts);
        assertTrue(
                often.sum().subtract(seldom.sum()).abs().compareTo(allowed) <= 0,
                () -> often.sum() + " against " + seldom.sum());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.01", "0.99", "10.00", "249.95"})
    void aWholeYearOfDailySharesIsTwelvePrices(String price) {
        RatingTerms terms = RatingTerms.monthly(new BigDecimal(price));
        Story story = Story.of(daily(terms), 1).start("2024-01-01");
        for (LocalDate day = LocalDate.of(2024, 1, 1); day.getYear() == 2024; day = day.plusDays(1)) {
            assertEquals(1, story.run(day, story.timeline()).lines().size());
        }
        assertEquals(new BigDecimal(price).multiply(BigDecimal.valueOf(12)), story.sum());
    }

    @Test
    void aPauseTakesBackEachDailyShareAsItWasCharged() {
        Story story = Story.of(daily(RatingTerms.monthly(new BigDecimal("100.00"))), 1)
                .start("2024-04-01");
        story.run("2024-04-30");
        assertEquals(new BigDecimal("100.00"), story.sum());
        story.then(EventType.PAUSE, "2024-04-01");
        List<RatedLine> back = story.run("2024-04-30").lines();
        assertEquals(30, back.size());
        assertEquals(new BigDecimal("0.00"), story.sum());
        assertEquals(LocalDate.of(2024, 5, 1), back.get(0).explanation().invoiceFrom());
    }

    @Test
    void whatComesBackInPartsNeverExceedsTheLine() {
        Story story = Story.of("0.05", 1).start("2024-04-01");
        story.run("2024-04-01");
        List<BigDecimal> back = new ArrayList<>();
        for (int day = 28; day >= 1; day -= 3) {
            story.events.subList(1, story.events.size()).clear();
            story.then(EventType.PAUSE, String.format("2024-04-%02d", day));
            story.run("2024-04-30").lines().forEach(l -> back.add(l.amount()));
        }
        assertEquals(new BigDecimal("-0.05"), back.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        assertEquals(new BigDecimal("0.00"), story.sum());
    }

    private static RatingTerms daily(RatingTerms terms) {
        return new RatingTerms(
                terms.price(),
                terms.period(),
                terms.timing(),
                Spread.DAILY,
                terms.first(),
                terms.last(),
                terms.tax(),
                null);
    }
}
