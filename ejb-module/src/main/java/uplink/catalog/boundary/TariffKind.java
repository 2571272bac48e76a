package uplink.catalog.boundary;

import uplink.shared.Coded;

/** What a tariff sells. A package has one price for several tariffs together. */
public enum TariffKind implements Coded {
    INTERNET,
    TV,
    PHONE,
    OTHER,
    PACKAGE
}
