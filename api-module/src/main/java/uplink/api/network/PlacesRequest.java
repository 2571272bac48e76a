package uplink.api.network;

import java.util.List;
import uplink.network.boundary.OutagePlace;

/** Places that somebody is about to write down. */
public record PlacesRequest(List<OutagePlace> places) {}
