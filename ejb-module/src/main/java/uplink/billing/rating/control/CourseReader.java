package uplink.billing.rating.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.EventType;
import uplink.billing.rating.boundary.InvalidTimeline;
import uplink.billing.rating.boundary.InvalidTimeline.Reason;
import uplink.billing.rating.boundary.PartRule;
import uplink.billing.rating.boundary.Period;
import uplink.billing.rating.boundary.RatingTerms;
import uplink.billing.rating.boundary.Timeline;
import uplink.billing.rating.boundary.TimelineEvent;

/** Walks through a timeline once, refuses what makes no sense, and leaves a {@link Course}. */
final class CourseReader {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    private final List<Segment> segments = new ArrayList<>(4);
    private final List<BillingGrid> grids = new ArrayList<>(2);
    private final List<Fee> fees = new ArrayList<>(0);
    private final List<Step> early = new ArrayList<>(0);
    private @Nullable LocalDate started;
    private @Nullable LocalDate cancelled;
    private @Nullable RatingTerms terms;
    private @Nullable BillingGrid grid;
    private @Nullable Segment open;
    private @Nullable TimelineEvent paused;
    private int billingDay = 1;
    private LocalDate termsFrom = LocalDate.MIN;

    private CourseReader() {}

    static Course read(Timeline timeline) {
        Corrections.Outcome events = Corrections.apply(timeline.events());
        CourseReader reader = new CourseReader();
        for (Step step : events.steps()) {
            reader.take(step);
        }
        if (reader.started == null) {
            throw new InvalidTimeline(-1, Reason.NO_START);
        }
        if (reader.open != null) {
            reader.add(reader.open);
        }
        return new Course(
                reader.segments, reader.grids, reader.fees, events.marks(), events.corrected(), reader.cancelled);
    }

    private void take(Step step) {
        TimelineEvent event = step.event();
        refuse(isTooFar(event.date()), step, Reason.DATE_OUT_OF_RANGE);
        EventType type = step.type();
        if (started == null && type == EventType.FEE) {
            early.add(step);
            return;
        }
        if (started == null && type != EventType.START) {
            throw new InvalidTimeline(
                    step.index(), type == EventType.CANCEL ? Reason.END_BEFORE_START : Reason.BEFORE_START);
        }
        refuse(cancelled != null && type != EventType.FEE, step, Reason.AFTER_CANCEL);
        switch (type) {
            case START -> start(step);
            case CHANGE, CORRECTION -> change(step);
            case PAUSE -> pause(step);
            case RESUME -> resume(step);
            case CANCEL -> cancel(event.date());
            case FEE -> fee(step);
        }
    }

    private void start(Step step) {
        refuse(started != null, step, Reason.SECOND_START);
        started = step.event().date();
        refuse(step.event().billingDay() == null, step, Reason.BILLING_DAY_OUT_OF_RANGE);
        settle(step);
        early.forEach(this::fee);
        open(step.event());
    }

    private void change(Step step) {
        refuse(step.event().terms() == null && step.event().billingDay() == null, step, Reason.MISSING_TERMS);
        boolean active = open != null;
        close(step.event().date());
        settle(step);
        if (active && paused == null) {
            open(step.event());
        }
        rest(step.event().date());
    }

    /** Nothing is charged meanwhile, unless the pause has terms of its own; one that goes on may be given some. */
    private void pause(Step step) {
        refuse(paused != null && step.event().terms() == null, step, Reason.PAUSE_WHILE_PAUSED);
        close(step.event().date());
        paused = step.event();
        rest(step.event().date());
    }

    private void rest(LocalDate from) {
        TimelineEvent pause = paused;
        RatingTerms price = pause == null ? null : pause.terms();
        if (pause != null && price != null && grid != null) {
            open = new Segment(from, Course.FOREVER, price, grid, pause, pause.date());
        }
    }

    private void resume(Step step) {
        refuse(paused == null, step, Reason.RESUME_WITHOUT_PAUSE);
        close(step.event().date());
        paused = null;
        open(step.event());
    }

    /** A fee before the start, for what precedes the service or was charged elsewhere, has the terms of the start. */
    private void fee(Step step) {
        TimelineEvent event = step.event();
        RatingTerms now = terms;
        BigDecimal amount = event.amount();
        if (amount == null || now == null) {
            throw new InvalidTimeline(step.index(), Reason.MISSING_AMOUNT);
        }
        refuse(amount.signum() < 0, step, Reason.NEGATIVE_AMOUNT);
        fees.add(new Fee(event, amount, event.tax() == null ? now.tax() : event.tax(), now.tariffVersionId()));
    }

    private void cancel(LocalDate date) {
        cancelled = date;
        RatingTerms last = terms;
        if (open == null || last == null) {
            return;
        }
        if (paused != null) {
            close(date);
            return;
        }
        Cell cell = open.grid().cellAt(date);
        boolean whole = cell.start().equals(date);
        close(whole || last.last() != PartRule.FULL ? date : cell.end());
        if (!whole && last.last() == PartRule.FREE) {
            segments.replaceAll(s -> s.to().isAfter(cell.start()) ? s.until(cell.start()) : s);
            segments.removeIf(Segment::isEmpty);
        }
    }

    /** Takes over an event's terms and billing day, and begins a new grid when the periods are no longer the same. */
    private void settle(Step step) {
        TimelineEvent event = step.event();
        RatingTerms now = event.terms() == null ? terms : event.terms();
        if (now == null) {
            throw new InvalidTimeline(step.index(), Reason.MISSING_TERMS);
        }
        refuse(now.price().signum() < 0, step, Reason.NEGATIVE_AMOUNT);
        BillingGrid before = grid;
        int day = event.billingDay() == null ? billingDay : event.billingDay();
        refuse(day < 1 || day > 31, step, Reason.BILLING_DAY_OUT_OF_RANGE);
        if (before == null || before.from().equals(event.date()) || !before.fits(now.period(), day)) {
            grid = next(before, event.date(), now, day);
        }
        terms = now;
        billingDay = day;
        termsFrom = event.date();
    }

    private BillingGrid next(@Nullable BillingGrid before, LocalDate date, RatingTerms now, int day) {
        boolean first = date.equals(started);
        int ordinal = before == null ? 0 : before.ordinalAt(date);
        if (before != null && before.from().equals(date)) {
            grids.remove(grids.size() - 1);
        }
        BillingGrid made = new BillingGrid(date, now.period(), day, ordinal, first && now.first() == PartRule.FULL);
        grids.add(made);
        return made;
    }

    private void open(TimelineEvent event) {
        RatingTerms now = terms;
        BillingGrid periods = grid;
        if (now == null || periods == null) {
            throw new IllegalStateException("service cannot open before the start was read");
        }
        LocalDate from = event.date();
        boolean free = now.first() == PartRule.FREE && periods.from().equals(started) && now.period() != Period.P1D;
        if (free && from.isBefore(periods.anchor())) {
            from = periods.anchor();
        }
        open = new Segment(from, Course.FOREVER, now, periods, event, termsFrom);
    }

    private void close(LocalDate date) {
        if (open != null) {
            add(open.until(date));
            open = null;
        }
    }

    private void add(Segment segment) {
        if (segment.isEmpty()) {
            return;
        }
        int last = segments.size() - 1;
        if (last >= 0 && segment.continues(segments.get(last))) {
            segments.set(last, segments.get(last).until(segment.to()));
        } else {
            segments.add(segment);
        }
    }

    /** Whether a date is so far away that it can only be a slip. */
    static boolean isTooFar(LocalDate date) {
        return date.isBefore(EARLIEST) || date.isAfter(LATEST);
    }

    private static void refuse(boolean nonsense, Step step, Reason reason) {
        if (nonsense) {
            throw new InvalidTimeline(step.index(), reason);
        }
    }
}
