package uplink.billing.rating.boundary;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An event of a simulated timeline.
 *
 * @param price of a whole period: for a start, and for a change of price
 * @param billingDay 1 to 31: for a start (instead of the request's) or a change
 * @param amount a fee's
 * @param text what a fee is for
 */
public record SimulatedEvent(
        @Nullable LocalDate date,
        @Nullable EventType event,
        @JsonDeserialize(using = DecimalString.class) @Nullable BigDecimal price,
        @Nullable Integer billingDay,
        @JsonDeserialize(using = DecimalString.class) @Nullable BigDecimal amount,
        @Nullable String text) {}
