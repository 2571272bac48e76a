package uplink.billing.run.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uplink.billing.rating.boundary.PartRule;
import uplink.billing.rating.boundary.Period;
import uplink.billing.rating.boundary.RatingTerms;
import uplink.billing.rating.boundary.Spread;
import uplink.billing.rating.boundary.TaxTerms;
import uplink.billing.rating.boundary.Timeline;
import uplink.billing.rating.boundary.TimelineEvent;
import uplink.billing.rating.boundary.Timing;
import uplink.billing.subscription.control.SubscriptionTimeline;

class SecondLookTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Test
    void aPlainChunkIsOneSliceThatNeedsNoCharges() {
        List<SubscriptionTimeline> due = many(2000, Spread.DAILY, null);
        List<SecondLook> slices = SecondLook.slices(due, false);
        assertEquals(1, slices.size());
        assertEquals(due, slices.get(0).all());
        assertEquals(List.of(), slices.get(0).again());
    }

    @Test
    void aChunkThatIsDoneAgainIsReadInSlices() {
        List<SubscriptionTimeline> due = many(450, Spread.PERIOD, null);
        List<SecondLook> slices = SecondLook.slices(due, true);
        assertEquals(
                List.of(200, 200, 50),
                slices.stream().map(s -> s.again().size()).toList());
        List<SubscriptionTimeline> all = new ArrayList<>();
        slices.forEach(s -> all.addAll(s.all()));
        assertEquals(due, all);
        assertEquals(
                due.stream().map(SubscriptionTimeline::subscriptionId).toList(),
                slices.stream().flatMap(s -> s.again().stream()).toList());
    }

    @Test
    void daysWeighMoreThanMonths() {
        assertEquals(
                List.of(20, 20, 5),
                SecondLook.slices(many(45, Spread.DAILY, null), true).stream()
                        .map(s -> s.again().size())
                        .toList());
    }

    @Test
    void onlyWhatHasChangedIsLookedAtAgain() {
        List<SubscriptionTimeline> due = new ArrayList<>(many(3, Spread.PERIOD, null));
        due.addAll(many(1, Spread.PERIOD, DAY));
        SecondLook slice = SecondLook.slices(due, false).get(0);
        assertEquals(List.of(due.get(3).subscriptionId()), slice.again());
        assertEquals(4, slice.all().size());
    }

    @Test
    void dailyIsWhateverWasEverDaily() {
        assertTrue(SecondLook.isDaily(many(1, Spread.DAILY, null).get(0)));
        assertFalse(SecondLook.isDaily(many(1, Spread.PERIOD, null).get(0)));
    }

    private static List<SubscriptionTimeline> many(int count, Spread spread, @Nullable LocalDate changed) {
        RatingTerms terms = new RatingTerms(
                BigDecimal.TEN,
                Period.P1M,
                Timing.ADVANCE,
                spread,
                PartRule.PRORATE,
                PartRule.PRORATE,
                TaxTerms.NONE,
                null);
        Timeline timeline = new Timeline(
                Currency.getInstance("RUB"),
                List.of(
                        TimelineEvent.start(new UUID(0, 1), DAY, terms, 1),
                        TimelineEvent.fee(new UUID(0, 2), DAY, BigDecimal.ONE, "fee")),
                List.of());
        return IntStream.range(0, count)
                .mapToObj(i -> new SubscriptionTimeline(
                        new UUID(1, i),
                        new UUID(2, i),
                        new UUID(3, i),
                        new UUID(4, i),
                        null,
                        DAY,
                        changed,
                        0,
                        timeline))
                .toList();
    }
}
