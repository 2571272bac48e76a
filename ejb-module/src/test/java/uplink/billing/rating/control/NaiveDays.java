package uplink.billing.rating.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import uplink.billing.rating.boundary.Discount;
import uplink.billing.rating.boundary.EventType;
import uplink.billing.rating.boundary.PartRule;
import uplink.billing.rating.boundary.Period;
import uplink.billing.rating.boundary.RatingTerms;
import uplink.billing.rating.boundary.Spread;
import uplink.billing.rating.boundary.TimelineEvent;
import uplink.billing.rating.boundary.Timing;

/** An oracle that shares no code with the engine: it lives through a timeline day by day. */
final class NaiveDays {

    /** What one day is wanted at. */
    record Want(BigDecimal rate, int ofDays, LocalDate due, BigDecimal taxPercent, LocalDate cellStart) {}

    private final List<TimelineEvent> events;
    private final List<Discount> discounts;
    private final Map<LocalDate, Want> wants = new TreeMap<>();
    private RatingTerms terms;
    private int billingDay;
    private boolean active;
    private LocalDate gridFrom;
    private LocalDate start;
    private LocalDate termsFrom;
    private LocalDate cellStart;
    private LocalDate cellEnd;
    private int cellDays;
    private int ordinal = -1;
    private boolean leading;
    private final List<LocalDate> cellStarts = new ArrayList<>();

    /** @param events in the order in which they apply, without corrections */
    NaiveDays(List<TimelineEvent> events, List<Discount> discounts) {
        this.events = events;
        this.discounts = discounts;
    }

    Map<LocalDate, Want> until(LocalDate horizon) {
        LocalDate cancelled = events.stream()
                .filter(e -> e.type() == EventType.CANCEL)
                .map(TimelineEvent::date)
                .findFirst()
                .orElse(null);
        for (LocalDate day = events.get(0).date(); day.isBefore(horizon); day = day.plusDays(1)) {
            LocalDate today = day;
            boolean wasActive = active;
            for (TimelineEvent event : events) {
                if (event.date().equals(today) && event.type() != EventType.FEE) {
                    wasActive = active;
                    apply(event);
                }
            }
            if (cellEnd == null || !today.isBefore(cellEnd)) {
                cell(today);
            }
            if (today.equals(cancelled)) {
                end(today, wasActive);
                break;
            }
            if (active && !(leading && terms.first() == PartRule.FREE)) {
                want(today, cancelled);
            }
        }
        return wants;
    }

    private void apply(TimelineEvent event) {
        switch (event.type()) {
            case START, CHANGE, CORRECTION -> {
                boolean first = event.type() == EventType.START;
                RatingTerms now = event.terms() == null ? terms : event.terms();
                int day = event.billingDay() == null ? billingDay : event.billingDay();
                if (first) {
                    start = event.date();
                    active = true;
                }
                if (first || now.period() != terms.period() || (day != billingDay && now.period() != Period.P1D)) {
                    gridFrom = event.date();
                    cellEnd = null;
                }
                terms = now;
                billingDay = day;
                termsFrom = event.date();
            }
            case PAUSE, CANCEL -> active = false;
            case RESUME -> active = true;
            default -> throw new AssertionError(event);
        }
    }

    private boolean isBillingDay(LocalDate day) {
        return day.getDayOfMonth() == Math.min(billingDay, day.lengthOfMonth());
    }

    private void cell(LocalDate day) {
        leading = false;
        if (terms.period() == Period.P1D) {
            set(day, day, day.plusDays(1));
            return;
        }
        LocalDate anchor = gridFrom;
        while (!isBillingDay(anchor)) {
            anchor = anchor.plusDays(1);
        }
        if (day.isBefore(anchor)) {
            LocalDate whole = anchor;
            for (int months = terms.period().months(); months > 0; months--) {
                do {
                    whole = whole.minusDays(1);
                } while (!isBillingDay(whole));
            }
            leading = gridFrom.equals(start);
            set(gridFrom, leading && terms.first() == PartRule.FULL ? gridFrom : whole, anchor);
            return;
        }
        LocalDate begin = anchor;
        LocalDate end = anchor;
        while (!end.isAfter(day)) {
            begin = end;
            for (int months = terms.period().months(); months > 0; months--) {
                do {
                    end = end.plusDays(1);
                } while (!isBillingDay(end));
            }
        }
        set(begin, begin, end);
    }

    private void set(LocalDate from, LocalDate whole, LocalDate end) {
        if (cellStarts.isEmpty() || !cellStarts.get(cellStarts.size() - 1).equals(from)) {
            cellStarts.add(from);
            ordinal++;
        }
        cellStart = from;
        cellEnd = end;
        cellDays = (int) (end.toEpochDay() - whole.toEpochDay());
    }

    private void want(LocalDate day, LocalDate cancelled) {
        LocalDate due;
        if (terms.spread() == Spread.DAILY && cellDays > 1) {
            due = terms.timing() == Timing.ADVANCE ? day : day.plusDays(1);
        } else if (terms.timing() == Timing.ADVANCE) {
            due = cellStart;
        } else {
            boolean cut = cancelled != null && cancelled.isAfter(cellStart) && cancelled.isBefore(cellEnd);
            due = cut ? cancelled : cellEnd;
        }
        LocalDate taxed = termsFrom.isAfter(cellStart) ? termsFrom : cellStart;
        wants.put(day, new Want(rate(), cellDays, due, terms.tax().on(taxed).percent(), cellStart));
    }

    private BigDecimal rate() {
        BigDecimal percentages = BigDecimal.ONE;
        BigDecimal fixed = BigDecimal.ZERO;
        for (Discount discount : discounts) {
            int begins = 0;
            while (discount.from() != null
                    && begins < cellStarts.size()
                    && cellStarts.get(begins).isBefore(discount.from())) {
                begins++;
            }
            int age = ordinal - begins;
            if (age < 0 || (discount.periods() != null && age >= discount.periods())) {
                continue;
            }
            if (discount.percent() == null) {
                fixed = fixed.add(discount.amount());
            } else {
                percentages = percentages.multiply(
                        BigDecimal.ONE.subtract(discount.percent().divide(new BigDecimal("100"))));
            }
        }
        return terms.price().multiply(percentages).subtract(fixed).max(BigDecimal.ZERO);
    }

    private void end(LocalDate cancelled, boolean wasActive) {
        if (!wasActive || cancelled.equals(cellStart)) {
            return;
        }
        if (terms.last() == PartRule.FREE) {
            wants.keySet().removeIf(day -> !day.isBefore(cellStart));
        } else if (terms.last() == PartRule.FULL) {
            for (LocalDate day = cancelled; day.isBefore(cellEnd); day = day.plusDays(1)) {
                if (!(leading && terms.first() == PartRule.FREE)) {
                    want(day, cancelled);
                }
            }
        }
    }
}
