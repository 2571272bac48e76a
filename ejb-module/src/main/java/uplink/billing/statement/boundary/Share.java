package uplink.billing.statement.boundary;

import java.math.BigDecimal;

/**
 * A part of an entry for a customer.
 *
 * @param contractNumber the customer's; its digits alone will do
 * @param amount above zero; all of them together are the entry
 */
public record Share(String contractNumber, BigDecimal amount) {}
