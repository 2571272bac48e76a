package uplink.billing.dunning.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.util.List;
import javax.sql.DataSource;
import uplink.billing.dunning.control.GapRows;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.Sql;

/** Whether service follows money. Both lists must be empty. */
@Stateless
@Allowed(Permission.BILLING_READ)
public class AccessGaps {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    /** As it stands now, at most a hundred of each kind. */
    public List<AccessGap> list() {
        return new GapRows(Sql.in(database)).list();
    }

    /** Counts them for the dashboard, which has no time to. */
    @Allowed(Permission.SYSTEM)
    public void count() {
        new GapRows(Sql.in(database)).count();
    }
}
