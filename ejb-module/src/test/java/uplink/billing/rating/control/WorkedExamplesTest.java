package uplink.billing.rating.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.billing.rating.boundary.EventType;
import uplink.billing.rating.boundary.PartRule;
import uplink.billing.rating.boundary.Period;
import uplink.billing.rating.boundary.RatedInvoice;
import uplink.billing.rating.boundary.RatedLine;
import uplink.billing.rating.boundary.RatingTerms;
import uplink.billing.rating.boundary.Spread;
import uplink.billing.rating.boundary.TaxTerms;
import uplink.billing.rating.boundary.Timing;

/** The examples of the rating rules, number for number. */
class WorkedExamplesTest {

    /** Runs as {@code target=part+part}; a part is {@code days/ofDays}. */
    @ParameterizedTest
    @CsvSource({
        "2011-02-01, , 13, 2011-02-01=12/31 2011-02-13=28/28 2011-04-13=31/31+30/30",
        "2011-01-01, 2011-02-27, 15, 2011-01-01=14/31 2011-01-15=31/31 2011-02-27=12/28",
        "2012-02-01, 2012-02-15, 1, 2012-02-15=14/29",
        "2011-01-31, 2011-03-10, 7, 2011-03-10=7/31+28/28+3/31",
    })
    void partsOfPeriods(String start, String end, int billingDay, String runs) {
        Story story = Story.of("100", billingDay).start(start);
        if (end != null) {
            story.then(EventType.CANCEL, end);
        }
        for (String run : runs.split(" ", -1)) {
            String[] parts = run.split("=", -1);
            String lines = String.join("+", lines(story.runAsKnown(parts[0])));
            assertEquals(parts[1], lines);
            assertEquals(List.of(), story.runAsKnown(parts[0]).lines(), "the same target again");
        }
    }

    private static List<String> lines(RatedInvoice invoice) {
        return invoice.lines().stream()
                .map(line ->
                        line.explanation().days() + "/" + line.explanation().ofDays())
                .toList();
    }

    @Test
    void octoberOnTwoBillingDays() {
        Story first = Story.of("10", 1).start("2011-09-01");
        assertEquals(new BigDecimal("20.00"), first.run("2011-10-03").total());
        Story middle = Story.of("10", 15).start("2011-09-01");
        assertEquals(new BigDecimal("14.52"), middle.run("2011-10-03").total());
    }

    @Test
    void billingDay31WithANewPriceOnIt() {
        Story story = Story.of("599.95", 31).start("2012-03-02");
        story.change("2012-03-31", "29.95");
        assertEquals(new BigDecimal("561.24"), story.runAsKnown("2012-03-02").total());
        assertEquals(new BigDecimal("29.95"), story.runAsKnown("2012-03-31").total());
    }

    @Test
    void aDailyPeriodRunTwiceInOneDay() {
        RatingTerms daily = new RatingTerms(
                BigDecimal.ONE,
                Period.P1D,
                Timing.ADVANCE,
                Spread.PERIOD,
                PartRule.PRORATE,
                PartRule.PRORATE,
                TaxTerms.NONE,
                null);
        Story story = Story.of(daily, 1).start("2012-01-01");
        assertEquals(List.of("1.00"), story.amounts("2012-01-01"));
        assertEquals(List.of(), story.amounts("2012-01-01"));
        assertEquals(List.of("1.00", "1.00"), story.amounts("2012-01-03"));
    }

    @Test
    void cheaperFromTheTwentiethWithAFee() {
        Story story = Story.of("200", 1).start("2022-10-01");
        assertEquals(List.of("200.00"), story.amounts("2022-10-01"));
        story.change("2022-10-20", "100");
        story.fee("2022-10-20", "30");
        RatedInvoice invoice = story.run("2022-10-20");
        assertEquals(
                Arrays.asList("-77.42", "38.71", "30.00"),
                invoice.lines().stream()
                        .map(RatedLine::amount)
                        .map(BigDecimal::toString)
                        .toList());
        assertEquals(new BigDecimal("-8.71"), invoice.total());
        assertNull(invoice.quarantine());
        assertEquals(List.of(), story.amounts("2022-10-20"));
    }

    @Test
    void pausedInTheMiddleOfApril() {
        Story story = Story.of("249.95", 1).start("2023-04-01");
        assertEquals(List.of("249.95"), story.amounts("2023-04-01"));
        story.then(EventType.PAUSE, "2023-04-16");
        assertEquals(List.of("-124.98"), story.amounts("2023-04-16"));
        assertEquals(List.of(), story.amounts("2023-06-16"));
    }
}
