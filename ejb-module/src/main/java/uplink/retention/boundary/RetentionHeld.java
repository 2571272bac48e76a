package uplink.retention.boundary;

import uplink.customer.boundary.ErasureObstacle;

/** How many persons are due and held by something. One who is held by two things is counted with both. */
public record RetentionHeld(ErasureObstacle.Kind kind, long count) {}
