package uplink.billing.rating.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.Discount;
import uplink.billing.rating.boundary.Spread;
import uplink.billing.rating.boundary.TaxRate;
import uplink.billing.rating.boundary.Timing;

/**
 * What is wanted: active service within one billing period.
 *
 * @param rate the price of the whole period after discounts, exact
 * @param due the first target date that charges it
 */
record Piece(
        Segment segment,
        Cell cell,
        LocalDate from,
        LocalDate to,
        BigDecimal rate,
        List<Discount> discounts,
        LocalDate due) {

    static Piece of(Segment segment, Cell cell, Discounts discounts, @Nullable LocalDate cancelled) {
        List<Discount> applied = segment.isByTheDay() ? List.of() : discounts.on(cell);
        return new Piece(
                segment,
                cell,
                later(segment.from(), cell.start()),
                earlier(segment.to(), cell.end()),
                Discounts.rate(segment.price(cell), applied),
                applied,
                due(segment, cell, cancelled));
    }

    private static LocalDate due(Segment segment, Cell cell, @Nullable LocalDate cancelled) {
        if (segment.terms().timing() == Timing.ADVANCE) {
            return cell.start();
        }
        return cancelled != null && cancelled.isAfter(cell.start()) ? earlier(cancelled, cell.end()) : cell.end();
    }

    boolean isDaily() {
        return segment.terms().spread() == Spread.DAILY && cell.ofDays() > 1;
    }

    /** The day up to which a run charges: for daily shares it moves day by day. */
    LocalDate chargedTo(LocalDate target) {
        if (!isDaily()) {
            return due.isAfter(target) ? from : to;
        }
        LocalDate end = segment.terms().timing() == Timing.ADVANCE ? target.plusDays(1) : target;
        return later(from, earlier(to, end));
    }

    /** The first target date that charges a day of this piece. */
    LocalDate dueOn(LocalDate day) {
        if (!isDaily()) {
            return due;
        }
        return segment.terms().timing() == Timing.ADVANCE ? day : day.plusDays(1);
    }

    /** The tax of the day on which the period, or these terms within it, began. */
    TaxRate tax() {
        return segment.terms().tax().on(later(cell.start(), segment.termsFrom()));
    }

    static LocalDate later(LocalDate a, LocalDate b) {
        return a.isBefore(b) ? b : a;
    }

    static LocalDate earlier(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? b : a;
    }
}
