package uplink.connection.control;

import java.util.UUID;
import uplink.address.boundary.Coverage;
import uplink.address.boundary.Feasibility;
import uplink.connection.boundary.Application;

/** Whether the network reaches where an application wants it. */
public final class Reach {

    private final Coverage coverage;

    public Reach(Coverage coverage) {
        this.coverage = coverage;
    }

    /** In the house that was found, or else at the address as it was told. */
    public Feasibility of(Application one) {
        UUID house = one.place() == null ? null : one.place().placeId();
        if (house != null) {
            return coverage.at(house);
        }
        return one.where().length() > Coverage.LONGEST ? Feasibility.unknown() : coverage.at(one.where());
    }
}
