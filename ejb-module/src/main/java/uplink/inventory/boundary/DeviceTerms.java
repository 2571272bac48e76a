package uplink.inventory.boundary;

import uplink.shared.Coded;

/** Why a customer has a device: bought it, pays rent for it, or was lent it for nothing. */
public enum DeviceTerms implements Coded {
    SALE,
    RENT,
    LOAN
}
