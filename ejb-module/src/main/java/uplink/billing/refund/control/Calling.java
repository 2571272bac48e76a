package uplink.billing.refund.control;

import java.util.UUID;

/**
 * A call to a provider about a refund that is about to be made, written down before it is.
 *
 * @param forgotten whether giving back once more would be a new refund: then the provider is only asked
 */
public record Calling(UUID attempt, Back back, boolean forgotten) {

    /** Whether nobody has called about this refund before. */
    public boolean isFirst() {
        return back.asked() == 0;
    }
}
