package uplink.billing.payment.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What is to be collected from a customer's saved card. Together with the day the invoice is the key: what is asked for
 * again is found, not charged again.
 */
public record Collection(UUID customerId, UUID invoiceId, BigDecimal amount, SavedMethod from, LocalDate on) {}
