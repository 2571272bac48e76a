package uplink.billing.rating.boundary;

import com.fasterxml.jackson.annotation.JsonProperty;
import uplink.shared.Coded;

/** What the first or the last part of a period costs. */
public enum PartRule implements Coded {
    /** Its days over the days of the whole period. */
    @JsonProperty("prorate")
    PRORATE,
    /** The price of a whole period. */
    @JsonProperty("full")
    FULL,
    /** Nothing. */
    @JsonProperty("free")
    FREE
}
