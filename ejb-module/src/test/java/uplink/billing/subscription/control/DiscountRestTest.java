package uplink.billing.subscription.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.billing.rating.boundary.RatingTerms;
import uplink.billing.rating.boundary.Timeline;
import uplink.billing.rating.boundary.TimelineEvent;

/** Since 20 January, billed on the tenth: periods begin on 20 January, 10 February, 10 March and so on. */
class DiscountRestTest {

    private static final LocalDate START = LocalDate.of(2026, 1, 20);
    private static final LocalDate DAY = LocalDate.of(2026, 3, 25);
    private static final Timeline TIMELINE = Timeline.of(
            Currency.getInstance("RUB"),
            List.of(TimelineEvent.start(UUID.randomUUID(), START, RatingTerms.monthly(BigDecimal.TEN), 10)));

    @Test
    void theLeadingPartCountsAsAPeriod() {
        assertEquals(List.of("2026-03-25 2026-04-10"), rest(START, 3, null));
        assertEquals(List.of("2026-03-25 2026-05-10"), rest(START, 4, null));
    }

    @Test
    void whatIsUsedUpIsGone() {
        assertEquals(List.of(), rest(START, 2, null));
        assertEquals(List.of(), rest(START, null, DAY));
        assertEquals(List.of("2026-03-25 2026-03-26"), rest(START, null, DAY.plusDays(1)));
    }

    @Test
    void itBeginsWithTheFirstPeriodThatBeginsOnItsDayOrLater() {
        assertEquals(List.of("2026-03-25 2026-04-10"), rest(LocalDate.of(2026, 2, 10), 2, null));
        assertEquals(List.of("2026-03-25 2026-05-10"), rest(LocalDate.of(2026, 2, 11), 2, null));
    }

    @Test
    void whatBeginsLaterIsWhole() {
        assertEquals(List.of("2026-04-10 2026-06-10"), rest(LocalDate.of(2026, 3, 11), 2, null));
        assertEquals(List.of("2026-04-10 null"), rest(LocalDate.of(2026, 4, 1), null, null));
        assertEquals(
                List.of(), rest(LocalDate.of(2026, 4, 1), null, LocalDate.of(2026, 4, 10)), "it would never begin");
    }

    @Test
    void theEarlierOfBothEndsCounts() {
        assertEquals(List.of("2026-03-25 2026-04-01"), rest(START, 9, LocalDate.of(2026, 4, 1)));
        assertEquals(List.of("2026-03-25 2026-04-10"), rest(START, 3, LocalDate.of(2027, 1, 1)));
        assertEquals(List.of("2026-03-25 null"), rest(START, null, null));
    }

    private static List<String> rest(LocalDate from, Integer periods, LocalDate until) {
        return DiscountRest.of(
                        TIMELINE, List.of(new DiscountRest.Granted(UUID.randomUUID(), from, periods, until)), DAY)
                .stream()
                .map(rest -> rest.from() + " " + rest.until())
                .toList();
    }
}
