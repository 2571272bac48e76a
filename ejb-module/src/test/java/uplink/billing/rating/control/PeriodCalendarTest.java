package uplink.billing.rating.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import uplink.billing.rating.boundary.Period;

/** The billing periods, for every day from 2024 to 2049 and every billing day. */
class PeriodCalendarTest {

    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2049, 12, 31);

    static IntStream billingDays() {
        return IntStream.rangeClosed(1, 31);
    }

    @ParameterizedTest
    @MethodSource("billingDays")
    void everyDayLiesInTheMonthBetweenItsBillingDays(int billingDay) {
        BillingGrid grid = new BillingGrid(FIRST, Period.P1M, billingDay, 0, false);
        LocalDate begin = FIRST;
        int ordinal = -1;
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            boolean billing = day.getDayOfMonth() == Math.min(billingDay, day.lengthOfMonth());
            if (billing || day.equals(FIRST)) {
                begin = day;
                ordinal++;
            }
            Cell cell = grid.cellAt(day);
            assertEquals(begin, cell.start());
            assertEquals(ordinal, cell.ordinal());
            if (day.equals(begin)) {
                assertTrue(cell.end().isAfter(day));
                assertEquals(
                        Math.min(billingDay, cell.end().lengthOfMonth()),
                        cell.end().getDayOfMonth());
                assertEquals(cell.end(), grid.after(cell).start());
                assertEquals(grid.cellAt(cell.end()), grid.after(cell));
                assertEquals(wholeDays(cell, billingDay), cell.ofDays());
            }
            assertEquals(cell.ofDays() - (cell.end().toEpochDay() - day.toEpochDay()) + 1, cell.dayOf(day));
        }
    }

    /** Back from the end to the billing day of the month before. */
    private static long wholeDays(Cell cell, int billingDay) {
        LocalDate month = cell.end().minusMonths(1).withDayOfMonth(1);
        LocalDate begin = month.withDayOfMonth(Math.min(billingDay, month.lengthOfMonth()));
        return cell.end().toEpochDay() - begin.toEpochDay();
    }

    @ParameterizedTest
    @MethodSource("billingDays")
    void quartersAndYearsAreMadeOfTheSameMonths(int billingDay) {
        LocalDate from = LocalDate.of(2024, 2, 10);
        BillingGrid months = new BillingGrid(from, Period.P1M, billingDay, 0, false);
        for (Period period : List.of(Period.P3M, Period.P1Y)) {
            BillingGrid grid = new BillingGrid(from, period, billingDay, 0, false);
            Cell cell = grid.cellAt(grid.anchor());
            Cell month = months.cellAt(months.anchor());
            assertEquals(months.anchor(), grid.anchor());
            while (cell.start().isBefore(LAST)) {
                int days = 0;
                for (int i = 0; i < period.months(); i++) {
                    days += month.ofDays();
                    month = months.after(month);
                }
                assertEquals(month.start(), cell.end());
                assertEquals(days, cell.ofDays());
                assertEquals(cell, grid.cellAt(cell.start()));
                assertEquals(cell, grid.cellAt(cell.end().minusDays(1)));
                cell = grid.after(cell);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2024-01-31, 31, 2024-02-29",
        "2024-02-29, 31, 2024-03-31",
        "2024-04-30, 31, 2024-05-31",
        "2024-05-31, 31, 2024-06-30",
        "2023-01-30, 30, 2023-02-28",
        "2023-02-28, 29, 2023-03-29",
        "2023-12-31, 31, 2024-01-31",
        "2024-02-29, 29, 2024-03-29",
    })
    void aShortMonthDoesNotMoveTheBillingDay(LocalDate start, int billingDay, LocalDate end) {
        Cell cell = new BillingGrid(LocalDate.of(2023, 1, 1), Period.P1M, billingDay, 0, false).cellAt(start);
        assertEquals(start, cell.start());
        assertEquals(end, cell.end());
    }

    @Test
    void everyDayIsADailyPeriod() {
        BillingGrid grid = new BillingGrid(FIRST, Period.P1D, 17, 5, false);
        assertEquals(new Cell(5, FIRST, FIRST.plusDays(1), 1), grid.cellAt(FIRST));
        assertEquals(new Cell(45, FIRST.plusDays(40), FIRST.plusDays(41), 1), grid.cellAt(FIRST.plusDays(40)));
        assertEquals(grid.cellAt(FIRST.plusDays(41)), grid.after(grid.cellAt(FIRST.plusDays(40))));
        assertEquals(1, grid.cellAt(FIRST).dayOf(FIRST));
    }

    @Test
    void aLeadingPartIsMeasuredAgainstThePeriodThatEndsWithIt() {
        LocalDate from = LocalDate.of(2011, 2, 1);
        LocalDate anchor = LocalDate.of(2011, 2, 13);
        assertEquals(new Cell(0, from, anchor, 31), new BillingGrid(from, Period.P1M, 13, 0, false).cellAt(from));
        assertEquals(new Cell(0, from, anchor, 92), new BillingGrid(from, Period.P3M, 13, 0, false).cellAt(from));
        assertEquals(new Cell(0, from, anchor, 365), new BillingGrid(from, Period.P1Y, 13, 0, false).cellAt(from));
        assertEquals(new Cell(0, from, anchor, 12), new BillingGrid(from, Period.P1M, 13, 0, true).cellAt(from));
    }

    @Test
    void periodsAreCountedOnFromOneGridToTheNext() {
        BillingGrid grid = new BillingGrid(LocalDate.of(2024, 1, 10), Period.P1M, 15, 3, false);
        assertEquals(3, grid.ordinalAt(LocalDate.of(2024, 1, 10)));
        assertEquals(4, grid.ordinalAt(LocalDate.of(2024, 1, 11)));
        assertEquals(4, grid.ordinalAt(LocalDate.of(2024, 1, 15)));
        assertEquals(5, grid.ordinalAt(LocalDate.of(2024, 1, 16)));
        assertTrue(grid.fits(Period.P1M, 15));
        assertTrue(!grid.fits(Period.P1M, 16) && !grid.fits(Period.P3M, 15));
        assertTrue(new BillingGrid(LocalDate.of(2024, 1, 10), Period.P1D, 15, 3, false).fits(Period.P1D, 16));
    }
}
