package uplink.billing.refund.boundary;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * What can be paid out to a customer now.
 *
 * @param amount credit that nothing is owed against and nothing else waits for; never below zero
 * @param balance of the account; below zero is debt
 * @param held what other pay-outs that wait, and refunds that are on their way, will take
 */
public record FreeCredit(UUID customerId, BigDecimal amount, BigDecimal balance, BigDecimal held, String currency) {}
