package uplink.billing.ledger.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer brings along from another system.
 *
 * @param amount above zero: credit; below zero: debt; zero: nothing is posted
 */
public record OpeningBalance(UUID customerId, BigDecimal amount, LocalDate effectiveOn, @Nullable String reason) {}
