package uplink.catalog.boundary;

import java.time.LocalDate;
import java.util.UUID;

/** Told inside the transaction: from that day on a tariff has other terms. */
public record TariffVersionAdded(UUID tariffId, LocalDate from) {}
