package uplink.billing.subscription.boundary;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * An add-on that a customer may take.
 *
 * @param name in the reader's language
 * @param price for a whole period
 */
public record AddOnOffer(UUID tariffId, String code, String name, BigDecimal price, String currency, String period) {}
