package uplink.address.boundary;

import java.util.List;

/**
 * What has become of a file.
 *
 * @param stopped somebody wanted it to stop: nothing was written
 * @param written whether the good lines are in the tree now (in a dry run: would be)
 * @param added lines that brought their last place
 * @param unchanged lines whose places were all there
 */
public record PlaceFileOutcome(
        boolean stopped, boolean written, int total, int added, int unchanged, List<PlaceRefusal> refusals) {

    public PlaceFileOutcome {
        refusals = List.copyOf(refusals);
    }
}
