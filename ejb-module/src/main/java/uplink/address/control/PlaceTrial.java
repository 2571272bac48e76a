package uplink.address.control;

import java.util.List;
import uplink.address.boundary.PlaceFileOutcome;
import uplink.shared.Sql;

/** What is not to stay is tried all the same: only then it is known what would be added. */
final class PlaceTrial {

    private final Sql sql;

    PlaceTrial(Sql sql) {
        this.sql = sql;
        sql.run("savepoint before_places");
    }

    /** Takes back what is not to stay. What was added by a file that is not written is nothing. */
    PlaceFileOutcome end(PlaceFileOutcome tried, boolean dryRun) {
        if (dryRun || !tried.written()) {
            sql.run("rollback to savepoint before_places");
        }
        return tried.written()
                ? tried
                : new PlaceFileOutcome(
                        false,
                        false,
                        tried.total(),
                        0,
                        tried.unchanged(),
                        tried.refused(),
                        List.copyOf(tried.refusals()));
    }
}
