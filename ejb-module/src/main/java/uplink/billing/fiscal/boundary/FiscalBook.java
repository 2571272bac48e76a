package uplink.billing.fiscal.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.billing.fiscal.control.FiscalAnswer;
import uplink.billing.fiscal.control.FiscalOrder;
import uplink.billing.fiscal.control.FiscalRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Permission;
import uplink.shared.Sql;

/** What is written down about receipts before and after their service is called; each method is a transaction. */
@Stateless
@Allowed(Permission.SYSTEM)
public class FiscalBook {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    /** Receipts about which their service is to be called now, the longest due first. */
    public List<UUID> due(int atMost) {
        return rows().due(atMost);
    }

    /** Writes down that the service is called now; empty when there is nothing to call for. */
    public Optional<FiscalOrder> begin(UUID receipt) {
        return rows().begin(receipt);
    }

    /** Writes down what the service said. */
    public void record(FiscalOrder order, FiscalAnswer answer) {
        rows().record(order, answer, clock.instant());
    }

    private FiscalRows rows() {
        return new FiscalRows(Sql.in(database));
    }
}
