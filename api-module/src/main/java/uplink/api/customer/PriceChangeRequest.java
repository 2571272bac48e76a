package uplink.api.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Which own price from which day on; null goes back to the tariff's. */
public record PriceChangeRequest(LocalDate on, @Nullable BigDecimal price) {}
