package uplink.billing.rating.boundary;

import com.fasterxml.jackson.annotation.JsonProperty;
import uplink.shared.Coded;

/** Where a line's tax is. */
public enum TaxMode implements Coded {
    /** Within the amount. */
    @JsonProperty("included")
    INCLUDED,
    /** Added to the amount. */
    @JsonProperty("on-top")
    ON_TOP
}
