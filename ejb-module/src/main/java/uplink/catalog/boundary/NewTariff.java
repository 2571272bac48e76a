package uplink.catalog.boundary;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tariff to be created with its first version.
 *
 * @param code unique: letters, digits, dots, dashes, underscores
 * @param parts what a package contains, in this order; null or empty for anything else
 * @param addon sold beside another service only; stays so; null: no
 * @param selfService whether customers may take it by themselves; null: yes
 */
public record NewTariff(
        String code,
        TariffKind kind,
        @Nullable Audience audience,
        NewTariffVersion firstVersion,
        @Nullable List<UUID> parts,
        @Nullable Boolean addon,
        @Nullable Boolean selfService) {

    /** A main service that customers may take by themselves. */
    public NewTariff(
            String code,
            TariffKind kind,
            @Nullable Audience audience,
            NewTariffVersion firstVersion,
            @Nullable List<UUID> parts) {
        this(code, kind, audience, firstVersion, parts, null, null);
    }
}
