package uplink.billing.ledger.boundary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A correction of a customer's balance by hand.
 *
 * @param amount above zero credits the customer, below zero debits; never zero
 * @param currency the account's when left out
 * @param reason for whoever reads the ledger later, 3 to 500 characters
 */
public record Adjustment(BigDecimal amount, @Nullable String currency, String reason) {}
