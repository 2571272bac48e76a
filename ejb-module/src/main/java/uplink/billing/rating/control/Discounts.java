package uplink.billing.rating.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.rating.boundary.Discount;

/** Which discounts hold in which period, and what they leave of a price. */
final class Discounts {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final List<Discount> discounts;
    private final int[] first;

    Discounts(List<Discount> given, List<BillingGrid> grids) {
        discounts = given.size() < 2
                ? given
                : given.stream()
                        .sorted(Comparator.comparing((Discount d) -> d.percent() == null))
                        .toList();
        first = new int[discounts.size()];
        for (int i = 0; i < first.length; i++) {
            first[i] = firstPeriod(discounts.get(i).from(), grids);
        }
    }

    private static int firstPeriod(@Nullable LocalDate from, List<BillingGrid> grids) {
        if (from == null) {
            return 0;
        }
        for (int i = grids.size() - 1; i >= 0; i--) {
            if (!grids.get(i).from().isAfter(from)) {
                Cell cell = grids.get(i).cellAt(from);
                return cell.start().equals(from) ? cell.ordinal() : cell.ordinal() + 1;
            }
        }
        return 0;
    }

    List<Discount> on(Cell cell) {
        if (first.length == 0) {
            return List.of();
        }
        List<Discount> applied = new ArrayList<>(first.length);
        for (int i = 0; i < first.length; i++) {
            int age = cell.ordinal() - first[i];
            Integer periods = discounts.get(i).periods();
            LocalDate until = discounts.get(i).until();
            boolean ended = until != null && !cell.start().isBefore(until);
            if (age >= 0 && !ended && (periods == null || age < periods)) {
                applied.add(bare(discounts.get(i)));
            }
        }
        return applied;
    }

    /** What of a discount belongs to a line: how much, not how long. */
    private static Discount bare(Discount discount) {
        return new Discount(discount.percent(), discount.amount(), null, null);
    }

    /** The price of a whole period after discounts, exact; percentages come first, and it is never below zero. */
    static BigDecimal rate(BigDecimal price, List<Discount> applied) {
        BigDecimal rate = price;
        for (Discount discount : applied) {
            BigDecimal percent = discount.percent();
            BigDecimal amount = discount.amount();
            if (percent != null) {
                rate = rate.multiply(HUNDRED.subtract(percent)).movePointLeft(2);
            } else if (amount != null) {
                rate = rate.subtract(amount);
            }
        }
        return rate.max(BigDecimal.ZERO);
    }
}
