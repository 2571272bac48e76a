package uplink.catalog.boundary;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tariff to be created with its first version.
 *
 * @param code unique: letters, digits, dots, dashes, underscores
 * @param parts what a package contains, in this order; null or empty for anything else
 */
public record NewTariff(
        String code,
        TariffKind kind,
        @Nullable Audience audience,
        NewTariffVersion firstVersion,
        @Nullable List<UUID> parts) {}
