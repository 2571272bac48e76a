package uplink.billing.rating.boundary;

import com.fasterxml.jackson.annotation.JsonProperty;
import uplink.shared.Coded;

/** Whether a period is one charge, or each of its days is. */
public enum Spread implements Coded {
    @JsonProperty("period")
    PERIOD,
    /** Each day is charged its share; the days are gathered into one invoice when the period ends. */
    @JsonProperty("daily")
    DAILY
}
