package uplink.catalog.boundary;

import uplink.shared.Coded;

/** Whether prices contain the tax or it comes on top. */
public enum TaxMode implements Coded {
    INCLUDED,
    ON_TOP
}
