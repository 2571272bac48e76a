package uplink.billing.rating.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uplink.billing.rating.boundary.ChargeKey;
import uplink.billing.rating.boundary.EventType;
import uplink.billing.rating.boundary.Explanation;
import uplink.billing.rating.boundary.LineKind;
import uplink.billing.rating.boundary.Quarantine;
import uplink.billing.rating.boundary.RatedInvoice;
import uplink.billing.rating.boundary.RatedLine;
import uplink.billing.rating.boundary.Timeline;
import uplink.billing.rating.boundary.TimelineEvent;

/**
 * Random lives of subscriptions: events arrive late, early, twice on a day, are corrected and corrected again, and runs
 * come at any target. After every run each day must be charged exactly as the oracle wants it.
 */
class RandomTimelinesTest {

    private static final LocalDate BEGIN = LocalDate.of(2025, 9, 1);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, Long.getLong("rating.seeds", 250));
    }

    private final Story story = new Story();
    private final List<TimelineEvent> standing = new ArrayList<>();
    private final Map<UUID, TimelineEvent> replaced = new HashMap<>();
    private boolean touched;
    private LocalDate since;

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyDayIsChargedAsWanted(long seed) {
        Chance chance = new Chance(seed);
        story.billingDay = 1 + chance.below(31);
        LocalDate start = chance.day(BEGIN, 120);
        TimelineEvent first = TimelineEvent.start(story.id(), start, chance.terms(), story.billingDay);
        story.discounts.addAll(chance.discounts(start));
        story.add(first);
        standing.add(first);
        LocalDate target = start;
        for (int run = 0; run < 12; run++) {
            for (int i = chance.below(3); i > 0; i--) {
                happen(chance, start, target);
            }
            run(target);
            target = chance.in(6) ? target.minusDays(chance.below(40)) : target.plusDays(chance.below(60));
        }
    }

    private void happen(Chance chance, LocalDate start, LocalDate around) {
        LocalDate date = chance.day(around.minusDays(45), 80);
        date = date.isBefore(start) ? start : date;
        List<TimelineEvent> before = List.copyOf(standing);
        TimelineEvent event = event(chance, date);
        boolean corrects = standing.size() > 1 && chance.in(3);
        if (corrects) {
            TimelineEvent wrong = standing.get(1 + chance.below(standing.size() - 1));
            int place = standing.indexOf(wrong);
            if (chance.in(2)) {
                event = TimelineEvent.voiding(story.id(), date, wrong.id());
                standing.remove(place);
                if (replaced.containsKey(wrong.id())) {
                    standing.add(place, replaced.get(wrong.id()));
                }
            } else {
                event = event.correcting(wrong.id());
                standing.set(place, event);
                replaced.put(event.id(), wrong);
            }
        } else {
            standing.add(event);
        }
        touched = true;
        story.add(event);
        if (Rating.rate(story.timeline(), List.of(), start, null).quarantine() != null) {
            // nonsense: it is taken back by a correction, which itself may be one of a correction
            story.add(TimelineEvent.voiding(story.id(), date, event.id()));
            standing.clear();
            standing.addAll(before);
        }
    }

    private TimelineEvent event(Chance chance, LocalDate date) {
        UUID id = story.id();
        return switch (chance.below(8)) {
            case 0, 1, 2 -> TimelineEvent.change(id, date, story.terms.at(chance.price()), null);
            case 3 -> TimelineEvent.change(id, date, chance.terms(), chance.in(2) ? 1 + chance.below(31) : null);
            case 4, 5 -> TimelineEvent.plain(id, EventType.PAUSE, date);
            case 6 -> TimelineEvent.plain(id, EventType.RESUME, date);
            default ->
                chance.in(4)
                        ? TimelineEvent.plain(id, EventType.CANCEL, date)
                        : TimelineEvent.fee(id, date, chance.price(), null);
        };
    }

    private void run(LocalDate target) {
        Timeline timeline = story.timeline();
        RatedInvoice full = Rating.rate(timeline, story.billed, target, null);
        if (full.quarantine() != null) {
            assertEquals(Quarantine.Reason.TOO_MANY_CHARGES, full.quarantine().reason());
            return;
        }
        if (since != null && !touched) {
            RatedInvoice fast = Rating.rate(timeline, List.of(), target, since);
            assertEquals(full.lines(), fast.lines(), "since " + since);
            assertEquals(full.nextDue(), fast.nextDue());
            assertFalse(fast.since().isBefore(since));
            assertTrue(
                    fast.pastSince() || (allEndBy(fast.since(), story.billed) && allEndBy(fast.since(), full.lines())));
        }
        Set<ChargeKey> keys = new HashSet<>();
        story.billed.forEach(line -> keys.add(line.key()));
        for (RatedLine line : full.lines()) {
            assertTrue(keys.add(line.key()), () -> "key used twice: " + line.key());
            assertTrue(Recomputation.holds(line.explanation()), line::toString);
            assertEquals(line.explanation(), ExplanationJson.read(ExplanationJson.write(line.explanation())));
        }
        story.billed.addAll(full.lines());
        judge(target);
        assertEquals(
                List.of(), Rating.rate(timeline, story.billed, target, null).lines(), "again");
        assertEquals(
                List.of(),
                Rating.rate(timeline, story.billed, target.minusDays(20), null).lines(),
                "earlier");
        since = full.pastSince() ? null : full.since();
        touched = false;
        assertEquals(full.pastSince(), !allEndBy(full.since(), story.billed));
        nextDueIsRight(timeline, full, target);
    }

    private static boolean allEndBy(LocalDate day, List<RatedLine> lines) {
        return lines.stream().noneMatch(line -> line.to().isAfter(day));
    }

    private void nextDueIsRight(Timeline timeline, RatedInvoice full, LocalDate target) {
        LocalDate next = full.nextDue();
        LocalDate quiet = next == null ? target.plusYears(3) : next.minusDays(1);
        if (quiet.isAfter(target)) {
            assertEquals(
                    List.of(),
                    Rating.rate(timeline, story.billed, quiet, full.since()).lines(),
                    "before due");
        }
        if (next != null) {
            RatedInvoice due = Rating.rate(timeline, story.billed, next, full.since());
            assertTrue(due.quarantine() != null || !due.lines().isEmpty(), "due on " + next);
        }
    }

    /** Day by day: what is charged, net of what came back, is what the oracle wants. */
    private void judge(LocalDate target) {
        LocalDate horizon = target.plusDays(800);
        List<TimelineEvent> ordered = new ArrayList<>(standing);
        ordered.sort(Comparator.comparing(TimelineEvent::date));
        Map<LocalDate, NaiveDays.Want> wants = new NaiveDays(ordered, story.discounts).until(horizon);
        Map<LocalDate, List<RatedLine>> charged = new HashMap<>();
        Map<ChargeKey, RatedLine> lines = new HashMap<>();
        for (RatedLine line : story.billed) {
            lines.put(line.key(), line);
            if (line.key().kind() == LineKind.RECURRING) {
                line.from().datesUntil(line.to()).forEach(d -> charged.computeIfAbsent(d, x -> new ArrayList<>())
                        .add(line));
            }
        }
        Map<ChargeKey, BigDecimal> left = new HashMap<>();
        for (RatedLine line : story.billed) {
            if (line.key().kind() == LineKind.ADJUSTMENT) {
                RatedLine corrected = lines.get(line.corrects());
                assertNotNull(corrected);
                if (corrected.key().kind() == LineKind.RECURRING) {
                    line.from()
                            .datesUntil(line.to())
                            .forEach(d -> assertTrue(charged.get(d).remove(corrected), "a day came back twice"));
                }
                BigDecimal rest = left.merge(corrected.key(), line.amount(), BigDecimal::add);
                assertTrue(rest.negate().compareTo(corrected.amount()) <= 0, "more came back than was charged");
            } else {
                assertAmount(line.explanation());
            }
        }
        for (LocalDate day = BEGIN; day.isBefore(horizon); day = day.plusDays(1)) {
            judge(day, wants.get(day), charged.getOrDefault(day, List.of()), target);
        }
        judgeFees(target, left);
    }

    private void judge(LocalDate day, NaiveDays.Want want, List<RatedLine> lines, LocalDate target) {
        List<RatedLine> paid = lines.stream().filter(l -> rate(l).signum() != 0).toList();
        if (want == null) {
            assertEquals(List.of(), paid, "charged, but not wanted: " + day);
        } else if (want.rate().signum() == 0) {
            assertEquals(List.of(), paid, "charged, but free: " + day);
            assertTrue(want.due().isAfter(target) || !lines.isEmpty(), "not shown: " + day);
        } else if (paid.isEmpty()) {
            assertTrue(want.due().isAfter(target), "not charged: " + day + " " + want);
        } else {
            assertEquals(1, paid.size(), "charged twice: " + day);
            assertEquals(0, want.rate().compareTo(rate(paid.get(0))), "price of " + day);
            assertEquals(want.ofDays(), paid.get(0).explanation().ofDays(), "denominator of " + day);
            assertEquals(0, want.taxPercent().compareTo(paid.get(0).tax().percent()), "tax of " + day);
        }
    }

    private void judgeFees(LocalDate target, Map<ChargeKey, BigDecimal> left) {
        BigDecimal wanted = standing.stream()
                .filter(e -> e.type() == EventType.FEE && !e.date().isAfter(target))
                .map(TimelineEvent::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal later = standing.stream()
                .filter(e -> e.type() == EventType.FEE && e.date().isAfter(target))
                .map(TimelineEvent::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal charged = story.billed.stream()
                .filter(l -> l.key().kind() == LineKind.FEE)
                .map(l -> l.amount().add(left.getOrDefault(l.key(), BigDecimal.ZERO)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertTrue(charged.compareTo(wanted) >= 0, "fees missing");
        assertTrue(charged.compareTo(wanted.add(later)) <= 0, "fees too many");
    }

    private static BigDecimal rate(RatedLine line) {
        return Discounts.rate(line.explanation().price(), line.explanation().discounts());
    }

    /** A period's part is rounded once; a daily share is within a unit of its exact value. */
    private static void assertAmount(Explanation e) {
        assertNull(e.corrected());
        BigDecimal rate = Discounts.rate(e.price(), e.discounts());
        BigDecimal exact = rate.multiply(BigDecimal.valueOf(e.days()))
                .divide(BigDecimal.valueOf(e.ofDays()), 12, RoundingMode.HALF_EVEN);
        BigDecimal off = exact.subtract(e.amount()).abs();
        BigDecimal allowed = new BigDecimal(e.share() > 0 ? "0.010000000001" : "0.005000000001");
        assertTrue(off.compareTo(allowed) <= 0, () -> "rounded wrongly: " + e);
    }
}
