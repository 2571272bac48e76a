package uplink.billing.rating.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import uplink.billing.rating.boundary.RatedInvoice;
import uplink.billing.rating.boundary.RatedLine;
import uplink.billing.rating.boundary.RatingTerms;
import uplink.billing.rating.boundary.TaxMode;
import uplink.billing.rating.boundary.TaxTerms;
import uplink.billing.rating.boundary.Timeline;
import uplink.billing.rating.boundary.TimelineEvent;

/** Prints what one month of one subscription costs. Run by hand: {@code java … uplink.billing.rating.control.SpeedCheck}. */
final class SpeedCheck {

    private SpeedCheck() {}

    public static void main(String[] arguments) {
        List<Timeline> young = new ArrayList<>();
        List<Timeline> old = new ArrayList<>();
        RatingTerms plain = RatingTerms.monthly(new BigDecimal("599.95"));
        RatingTerms terms = new RatingTerms(
                plain.price(),
                plain.period(),
                plain.timing(),
                plain.spread(),
                plain.first(),
                plain.last(),
                TaxTerms.flat(TaxMode.INCLUDED, BigDecimal.valueOf(20)),
                new UUID(1, 1));
        for (int i = 0; i < 10_000; i++) {
            young.add(story(i, LocalDate.of(2026, 10, 1), terms));
            old.add(story(i, LocalDate.of(2006, 10, 1), terms));
        }
        for (int round = 0; round < 6; round++) {
            System.out.printf(
                    Locale.ROOT,
                    "rate, a month old %.2f µs; twenty years old %.2f µs; with its JSON %.2f µs%n",
                    time(young, false),
                    time(old, false),
                    time(young, true));
        }
    }

    private static Timeline story(int i, LocalDate start, RatingTerms terms) {
        return Timeline.of(
                Currency.getInstance("RUB"), List.of(TimelineEvent.start(new UUID(0, i), start, terms, 1 + i % 28)));
    }

    private static double time(List<Timeline> timelines, boolean json) {
        LocalDate target = LocalDate.of(2026, 12, 28);
        int lines = 0;
        long begin = System.nanoTime();
        for (int n = 0; n < 10; n++) {
            for (int i = 0; i < timelines.size(); i++) {
                LocalDate since = LocalDate.of(2026, 12, 1 + i % 28);
                RatedInvoice invoice = Rating.rate(timelines.get(i), List.of(), target, since);
                for (RatedLine line : invoice.lines()) {
                    lines += json ? ExplanationJson.write(line.explanation()).length() : 1;
                }
            }
        }
        double micros = (System.nanoTime() - begin) / 1e3 / (10.0 * timelines.size());
        if (lines < timelines.size() * 10) {
            throw new AssertionError("nothing was rated");
        }
        return micros;
    }
}
