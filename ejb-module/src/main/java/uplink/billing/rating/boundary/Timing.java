package uplink.billing.rating.boundary;

import com.fasterxml.jackson.annotation.JsonProperty;

/** When a period is charged. */
public enum Timing {
    /** When it begins. */
    @JsonProperty("advance")
    ADVANCE,
    /** When it ends. */
    @JsonProperty("arrears")
    ARREARS
}
