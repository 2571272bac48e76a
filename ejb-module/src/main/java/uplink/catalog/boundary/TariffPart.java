package uplink.catalog.boundary;

import java.util.UUID;

/** A tariff that a package contains. */
public record TariffPart(UUID tariffId, String code, String nameRu, String nameEn) {}
