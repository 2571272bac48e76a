package uplink.billing.rating.boundary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a line's tax is. */
public enum TaxMode {
    /** Within the amount. */
    @JsonProperty("included")
    INCLUDED,
    /** Added to the amount. */
    @JsonProperty("on-top")
    ON_TOP
}
