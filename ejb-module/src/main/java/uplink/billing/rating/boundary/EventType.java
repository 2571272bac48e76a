package uplink.billing.rating.boundary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import uplink.shared.Coded;

/** What can happen to a subscription. */
public enum EventType implements Coded {
    @JsonProperty("start")
    START,
    /** New terms, or a new billing day, from the event's date on. */
    @JsonProperty("change")
    CHANGE,
    @JsonProperty("pause")
    PAUSE,
    @JsonProperty("resume")
    RESUME,
    @JsonProperty("cancel")
    CANCEL,
    @JsonProperty("fee")
    FEE,
    /** Voids the event that it corrects; without one, and with terms, a back-dated {@link #CHANGE}. */
    @JsonProperty("correction")
    CORRECTION;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** As it stands in JSON and at the head of {@code charges.cause}. */
    @Override
    public String code() {
        return code;
    }
}
