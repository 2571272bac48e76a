package uplink.catalog.boundary;

import java.math.BigDecimal;
import java.util.UUID;

/** A one-off fee of the price list. {@code version} is for {@code If-Match}. */
public record Fee(
        UUID id,
        String code,
        String nameRu,
        String nameEn,
        BigDecimal amount,
        String currency,
        String taxClass,
        boolean active,
        int version) {}
