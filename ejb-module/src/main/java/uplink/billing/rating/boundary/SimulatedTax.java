package uplink.billing.rating.boundary;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The tax of a simulated subscription: percent, and whether the prices contain it (the default). */
public record SimulatedTax(
        @JsonDeserialize(using = DecimalString.class) @Nullable BigDecimal rate, @Nullable TaxMode mode) {}
