package uplink.billing.ledger.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What moved on a customer's account in a period, and where it stood before.
 *
 * @param from first day
 * @param to the day after the last
 * @param opening balance before the first day; below zero is debt
 * @param movements oldest first
 */
public record AccountStatement(
        LocalDate from, LocalDate to, BigDecimal opening, List<AccountMovement> movements, String currency) {

    public AccountStatement {
        movements = List.copyOf(movements);
    }

    /** What was charged: at least zero. */
    public BigDecimal debits() {
        return sum(-1).negate();
    }

    /** What came in: at least zero. */
    public BigDecimal credits() {
        return sum(1);
    }

    /** Balance at the end of the last day; below zero is debt. */
    public BigDecimal closing() {
        return opening.add(credits()).subtract(debits());
    }

    private BigDecimal sum(int sign) {
        return movements.stream()
                .map(AccountMovement::amount)
                .filter(amount -> amount.signum() == sign)
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }
}
