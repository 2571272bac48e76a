package uplink.billing.subscription.boundary;

import uplink.shared.Coded;

/** What became of the hand-over of a contract. */
public enum HandoverStatus implements Coded {
    AGREED,
    /** Before its day: nothing has changed hands. */
    WITHDRAWN
}
