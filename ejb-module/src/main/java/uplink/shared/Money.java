package uplink.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in a currency, always at the currency's own scale (two digits for RUB). May be negative. Amounts that
 * carry more digits are refused, never rounded silently: rounding is the rating engine's business, once, at the end.
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /** What a column for amounts can hold, in either direction. */
    private static final BigDecimal LARGEST = new BigDecimal("999999999999.99");

    /** Whether an amount, or a balance, can be kept. */
    public static boolean isInRange(BigDecimal amount) {
        return amount.abs().compareTo(LARGEST) <= 0;
    }

    /** Whether amounts can be in it: a known currency, with minor units or without, as metals and funds are not. */
    public static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(known -> known.getCurrencyCode().equals(code) && known.getDefaultFractionDigits() >= 0);
    }

    public Money {
        int scale = Math.max(currency.getDefaultFractionDigits(), 0);
        try {
            amount = amount.setScale(scale, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new BusinessException(
                    ProblemType.VALIDATION, Text.of("shared.money.scale", currency.getCurrencyCode(), scale));
        }
    }

    public static Money of(BigDecimal amount, String currencyCode) {
        return new Money(amount, Currency.getInstance(currencyCode));
    }

    public static Money of(String amount, String currencyCode) {
        return of(new BigDecimal(amount), currencyCode);
    }

    public static Money zero(String currencyCode) {
        return of(BigDecimal.ZERO, currencyCode);
    }

    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money negated() {
        return new Money(amount.negate(), currency);
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    public boolean isPositive() {
        return amount.signum() > 0;
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    /** The decimal string of the API: never an exponent, always the currency's scale. */
    public String toDecimalString() {
        return amount.toPlainString();
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }
}
