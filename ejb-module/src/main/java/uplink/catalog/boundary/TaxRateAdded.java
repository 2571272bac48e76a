package uplink.catalog.boundary;

import java.time.LocalDate;

/** Fired inside the transaction in which a tax class got a rate that holds from a day on. */
public record TaxRateAdded(String taxClass, LocalDate from) {}
