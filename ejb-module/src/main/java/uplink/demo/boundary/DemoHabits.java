package uplink.demo.boundary;

import java.time.LocalDate;
import java.util.Optional;

/** Who of the demo's customers pays when: by contract and month, so that every start tells the same story. */
final class DemoHabits {

    /** Of {@code customer9@demo.uplink}, who has paid nothing for months and is suspended. */
    static final String DEBTOR = "2000009";

    /** Of ten customers, how many pay before the next billing day. */
    private static final int PAYERS_OF_TEN = 8;

    private static final int MONTHS_OF_DEBT = 3;

    private DemoHabits() {}

    /** When an invoice of that billing day is paid; empty: not before today. */
    static Optional<LocalDate> paidOn(String contract, LocalDate billed, LocalDate today) {
        int habit = Math.floorMod(contract.hashCode() * 31 + billed.getMonthValue(), 10);
        LocalDate paidOn = billed.plusDays(2 + habit);
        return paidOn.isBefore(today) && pays(contract, habit, billed, today) ? Optional.of(paidOn) : Optional.empty();
    }

    private static boolean pays(String contract, int habit, LocalDate billed, LocalDate today) {
        LocalDate month = today.withDayOfMonth(1);
        if (contract.equals(DEBTOR)) {
            return billed.isBefore(month.minusMonths(MONTHS_OF_DEBT - 1));
        }
        // the latest month is still open for most, so that there is something to collect
        boolean recent = billed.plusMonths(1).isAfter(month);
        return habit < PAYERS_OF_TEN && !(recent && habit > 1);
    }
}
