package uplink.catalog.boundary;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tariff as anyone may see it, in the version of today.
 *
 * @param addon sold beside another service only
 * @param name in the reader's language
 * @param speedDown kbit/s
 * @param speedUp kbit/s
 * @param parts names of what a package contains; empty for a plain tariff
 */
public record TariffOffer(
        UUID id,
        String code,
        TariffKind kind,
        @Nullable Audience audience,
        boolean addon,
        String name,
        @Nullable Integer speedDown,
        @Nullable Integer speedUp,
        BigDecimal price,
        String currency,
        Period period,
        Timing timing,
        Spread spread,
        List<String> parts) {

    public TariffOffer {
        parts = List.copyOf(parts);
    }
}
