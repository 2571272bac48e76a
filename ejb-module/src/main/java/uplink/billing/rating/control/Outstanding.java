package uplink.billing.rating.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uplink.billing.rating.boundary.BilledLine;

/** A billed line and what adjustments have left of it. */
final class Outstanding {

    private final BilledLine line;
    private final List<BilledLine> adjustments = new ArrayList<>(0);
    private BigDecimal amount;
    private BigDecimal tax;

    Outstanding(BilledLine line) {
        this.line = line;
        this.amount = line.amount();
        this.tax = line.tax().amount();
    }

    void adjustedBy(BilledLine adjustment) {
        adjustments.add(adjustment);
        takeBack(adjustment.amount().negate(), adjustment.tax().amount().negate());
    }

    void takeBack(BigDecimal ofAmount, BigDecimal ofTax) {
        amount = amount.subtract(ofAmount);
        tax = tax.subtract(ofTax);
    }

    /** The days that are still charged, from {@code since} on. */
    List<Stretch> stretches(LocalDate since) {
        List<Stretch> left = new ArrayList<>(1);
        adjustments.sort(Comparator.comparing(BilledLine::from));
        LocalDate from = Piece.later(line.from(), since);
        for (BilledLine adjustment : adjustments) {
            if (from.isBefore(adjustment.from())) {
                left.add(new Stretch(this, from, adjustment.from()));
            }
            from = Piece.later(from, adjustment.to());
        }
        if (from.isBefore(line.to())) {
            left.add(new Stretch(this, from, line.to()));
        }
        return left;
    }

    boolean isUntouched() {
        return adjustments.isEmpty();
    }

    BilledLine line() {
        return line;
    }

    /** What remains of the amount. */
    BigDecimal amount() {
        return amount;
    }

    BigDecimal tax() {
        return tax;
    }
}
