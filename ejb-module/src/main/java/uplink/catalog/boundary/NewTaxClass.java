package uplink.catalog.boundary;

import org.jspecify.annotations.Nullable;

/** A tax class to be added, with its first rate. */
public record NewTaxClass(
        @Nullable String code, @Nullable String nameRu, @Nullable String nameEn, @Nullable TaxRate rate) {}
