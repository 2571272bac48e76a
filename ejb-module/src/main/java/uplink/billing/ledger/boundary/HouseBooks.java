package uplink.billing.ledger.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import javax.sql.DataSource;
import uplink.billing.ledger.control.HouseAccount;
import uplink.shared.Settings;
import uplink.shared.Sql;

/** Opens the books at the start: the house's accounts are kept in the currency of the installation. */
@Singleton
@Startup
public class HouseBooks {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @PostConstruct
    void open() {
        HouseAccount.keepIn(Sql.in(database), Settings.currency());
    }
}
