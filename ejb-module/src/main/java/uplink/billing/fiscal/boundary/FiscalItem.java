package uplink.billing.fiscal.boundary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A line of a receipt.
 *
 * @param amount tax included
 * @param advance whether it is paid ahead: what for is not known yet (признак способа расчёта 3), else paid in full (4)
 * @param vatRate percent; null: without tax
 */
public record FiscalItem(String name, BigDecimal amount, boolean advance, @Nullable BigDecimal vatRate) {}
