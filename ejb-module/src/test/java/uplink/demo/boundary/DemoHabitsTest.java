package uplink.demo.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whenever the demo is started, it has the same things to show. */
class DemoHabitsTest {

    private static final LocalDate ANY_DAY = LocalDate.of(2026, 11, 29);
    private static final int DAYS_TO_PAY = 10;
    private static final int GRACE = 5;

    @Test
    void onEveryDayThereIsADebtorWhoWasSuspendedAWeekAgoForMoreThanOneInvoice() {
        for (LocalDate today : days()) {
            LocalDate lastDue = DemoDunning.day(today).minusDays(GRACE + 1);
            long owed = Demo.billingDays(today).stream()
                    .filter(billed -> billed.getDayOfMonth() == 1)
                    .filter(billed -> !billed.plusDays(DAYS_TO_PAY).isAfter(lastDue))
                    .filter(billed ->
                            DemoHabits.paidOn(DemoHabits.DEBTOR, billed, today).isEmpty())
                    .count();
            assertTrue(owed >= 2, today + ": " + owed);
        }
    }

    @Test
    void theDebtorHasPaidBefore() {
        for (LocalDate today : days()) {
            LocalDate oldest = Demo.billingDays(today).get(0);
            assertTrue(DemoHabits.paidOn(DemoHabits.DEBTOR, oldest, today).isPresent(), today.toString());
        }
    }

    @Test
    void nobodyPaysOnADayThatHasNotBeen() {
        for (String contract : contracts()) {
            Demo.billingDays(ANY_DAY).forEach(billed -> DemoHabits.paidOn(contract, billed, ANY_DAY)
                    .ifPresent(paidOn -> assertTrue(paidOn.isAfter(billed) && paidOn.isBefore(ANY_DAY), contract)));
        }
    }

    @Test
    void mostPayWhatIsOldAndFewWhatIsNew() {
        assertEquals(0.8, share(LocalDate.of(2026, 8, 1)), 0.05);
        assertEquals(0.2, share(LocalDate.of(2026, 11, 1)), 0.05);
    }

    private static double share(LocalDate billed) {
        long paid = contracts().stream()
                .filter(contract -> DemoHabits.paidOn(contract, billed, ANY_DAY).isPresent())
                .count();
        return paid / (double) contracts().size();
    }

    private static List<LocalDate> days() {
        return IntStream.range(0, 800).mapToObj(ANY_DAY::plusDays).toList();
    }

    private static List<String> contracts() {
        return IntStream.range(2000010, 2000310).mapToObj(Integer::toString).toList();
    }
}
