package uplink.catalog.boundary;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to change about a tariff besides its versions; null leaves it as it is.
 *
 * @param active false: no longer offered; whoever has it keeps it
 * @param parts what a package contains from now on
 * @param selfService whether customers may take it by themselves
 */
public record TariffChange(@Nullable Boolean active, @Nullable List<UUID> parts, @Nullable Boolean selfService) {

    public TariffChange(@Nullable Boolean active, @Nullable List<UUID> parts) {
        this(active, parts, null);
    }
}
