package uplink.billing.rating.boundary;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A discount of a simulated subscription: either percent or amount; periods and the first day are optional. */
public record SimulatedDiscount(
        @JsonDeserialize(using = DecimalString.class) @Nullable BigDecimal percent,
        @JsonDeserialize(using = DecimalString.class) @Nullable BigDecimal amount,
        @Nullable Integer periods,
        @Nullable LocalDate from) {}
