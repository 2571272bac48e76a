package uplink.billing.rating.boundary;

import com.fasterxml.jackson.annotation.JsonProperty;
import uplink.shared.Coded;

/** When a period is charged. */
public enum Timing implements Coded {
    /** When it begins. */
    @JsonProperty("advance")
    ADVANCE,
    /** When it ends. */
    @JsonProperty("arrears")
    ARREARS
}
