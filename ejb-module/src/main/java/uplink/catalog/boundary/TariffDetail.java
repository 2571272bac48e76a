package uplink.catalog.boundary;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tariff with all its versions, newest first, and the parts of a package.
 *
 * @param addon sold beside another service only
 * @param selfService whether customers may take it by themselves
 * @param version of this record, for {@code If-Match}
 */
public record TariffDetail(
        UUID id,
        String code,
        TariffKind kind,
        @Nullable Audience audience,
        boolean active,
        boolean addon,
        boolean selfService,
        List<TariffVersion> versions,
        List<TariffPart> parts,
        int version) {

    public TariffDetail {
        versions = List.copyOf(versions);
        parts = List.copyOf(parts);
    }
}
