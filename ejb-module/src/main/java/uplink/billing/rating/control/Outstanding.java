package uplink.billing.rating.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uplink.billing.rating.boundary.RatedLine;

/** A billed line and what adjustments have left of it. */
final class Outstanding {

    private final RatedLine line;
    private final BigDecimal rate;
    private final List<RatedLine> adjustments = new ArrayList<>(0);
    private BigDecimal amount;
    private BigDecimal tax;

    Outstanding(RatedLine line) {
        this.line = line;
        this.rate =
                Discounts.rate(line.explanation().price(), line.explanation().discounts());
        this.amount = line.amount();
        this.tax = line.tax().amount();
    }

    void adjustedBy(RatedLine adjustment) {
        adjustments.add(adjustment);
        takeBack(adjustment.amount().negate(), adjustment.tax().amount().negate());
    }

    void takeBack(BigDecimal ofAmount, BigDecimal ofTax) {
        amount = amount.subtract(ofAmount);
        tax = tax.subtract(ofTax);
    }

    /** The days that are still charged. */
    List<Stretch> stretches() {
        List<Stretch> left = new ArrayList<>(1);
        adjustments.sort(Comparator.comparing(RatedLine::from));
        LocalDate from = line.from();
        for (RatedLine adjustment : adjustments) {
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

    boolean isTouched() {
        return !adjustments.isEmpty();
    }

    /** Whether a stretch is the whole line, none of which has come back before. */
    boolean isWhole(Stretch stretch) {
        return adjustments.isEmpty()
                && stretch.from().equals(line.from())
                && stretch.to().equals(line.to());
    }

    RatedLine line() {
        return line;
    }

    /** The price of a whole period after discounts, exact. */
    BigDecimal rate() {
        return rate;
    }

    /** What remains of the amount. */
    BigDecimal amount() {
        return amount;
    }

    BigDecimal tax() {
        return tax;
    }
}
