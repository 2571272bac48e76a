package uplink.network.boundary;

/**
 * How many customers have active services at a place: none may be a slip of the pen.
 *
 * @param customers with active services there now
 */
public record PlaceCount(OutagePlace place, int customers) {}
