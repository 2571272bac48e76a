package uplink.network.boundary;

import uplink.shared.Coded;

/** How an outage stands: planned → current → ended, or planned → withdrawn. */
public enum OutageStatus implements Coded {
    /** To come. */
    PLANNED,
    /** Service is down. */
    CURRENT,
    /** Service is back. */
    ENDED,
    /** It was planned and did not happen. */
    WITHDRAWN
}
