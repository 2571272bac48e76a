package uplink.billing.rating.boundary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import uplink.shared.Coded;

/** What a charge is for. */
public enum LineKind implements Coded {
    /** What comes back of a line that was billed and is no longer wanted; never above zero. */
    @JsonProperty("adjustment")
    ADJUSTMENT,
    /** A period, a part of one, or a day of one. */
    @JsonProperty("recurring")
    RECURRING,
    /** A one-off fee. */
    @JsonProperty("fee")
    FEE;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** As it stands in JSON and in {@code charges.kind}. */
    @Override
    public String code() {
        return code;
    }
}
