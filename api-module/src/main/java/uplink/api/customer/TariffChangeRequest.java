package uplink.api.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which tariff from which day on, at an own price or the tariff's. */
public record TariffChangeRequest(UUID tariffId, LocalDate on, @Nullable BigDecimal price) {}
