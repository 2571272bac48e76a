package uplink.billing.rating.control;

import java.time.LocalDate;
import uplink.billing.rating.boundary.Period;

/**
 * The billing periods that follow from a billing day. The first billing day on or after the grid's beginning is its
 * anchor; every other is found from it by arithmetic, so a subscription's age costs nothing.
 */
final class BillingGrid {

    private final LocalDate from;
    private final Period period;
    private final int day;
    private final int base;
    private final boolean wholeStub;
    private final LocalDate anchor;
    private final int stubs;

    /**
     * @param base periods before this grid
     * @param wholeStub whether the leading part counts as a period of its own, so that it costs a whole price
     */
    BillingGrid(LocalDate from, Period period, int day, int base, boolean wholeStub) {
        this.from = from;
        this.period = period;
        this.day = day;
        this.base = base;
        this.wholeStub = wholeStub;
        this.anchor = period.months() == 0 ? from : firstBillingDay(from);
        this.stubs = anchor.equals(from) ? 0 : 1;
    }

    private LocalDate firstBillingDay(LocalDate date) {
        LocalDate inMonth = onDay(date.getYear() * 12L + date.getMonthValue() - 1);
        return inMonth.isBefore(date) ? onDay(date.getYear() * 12L + date.getMonthValue()) : inMonth;
    }

    /** The billing day of a month: a month without it is billed on its last day. */
    private LocalDate onDay(long month) {
        LocalDate first = LocalDate.of((int) Math.floorDiv(month, 12L), (int) Math.floorMod(month, 12L) + 1, 1);
        return first.withDayOfMonth(Math.min(day, first.lengthOfMonth()));
    }

    private static long monthOf(LocalDate date) {
        return date.getYear() * 12L + date.getMonthValue() - 1;
    }

    /** The period that contains a day, which must not be before the grid's beginning. */
    Cell cellAt(LocalDate date) {
        if (period.months() == 0) {
            return daily(date.toEpochDay() - from.toEpochDay());
        }
        long behind = monthOf(date) - monthOf(anchor);
        if (date.isBefore(onDay(monthOf(date)))) {
            behind--;
        }
        return cell(Math.floorDiv(behind, (long) period.months()));
    }

    Cell after(Cell cell) {
        long next = cell.ordinal() - base - stubs + 1L;
        return period.months() == 0 ? daily(next) : cell(next);
    }

    private Cell daily(long index) {
        LocalDate start = from.plusDays(index);
        return new Cell(base + (int) index, start, start.plusDays(1), 1);
    }

    private Cell cell(long index) {
        LocalDate whole = boundary(index);
        LocalDate end = boundary(index + 1);
        LocalDate start = index < 0 ? from : whole;
        LocalDate measured = index < 0 && wholeStub ? from : whole;
        return new Cell(base + stubs + (int) index, start, end, (int) (end.toEpochDay() - measured.toEpochDay()));
    }

    private LocalDate boundary(long index) {
        return index == 0 ? anchor : onDay(monthOf(anchor) + index * period.months());
    }

    LocalDate from() {
        return from;
    }

    /** The first billing day. */
    LocalDate anchor() {
        return anchor;
    }

    /** Whether this grid goes on unchanged under these terms. */
    boolean fits(Period otherPeriod, int otherDay) {
        return period == otherPeriod && (day == otherDay || period.months() == 0);
    }

    /** How many periods the subscription has had when this grid gives way to another. */
    int ordinalAt(LocalDate date) {
        return date.isAfter(from) ? cellAt(date.minusDays(1)).ordinal() + 1 : base;
    }
}
