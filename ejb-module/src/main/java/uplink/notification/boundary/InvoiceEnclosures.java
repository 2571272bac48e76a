package uplink.notification.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.notification.control.PreferenceRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Permission;
import uplink.shared.Sql;

/** Whether letters about new invoices carry them, as customers tell the staff; by themselves they say so in the cabinet. */
@Stateless
@Allowed(Permission.CUSTOMER_READ)
public class InvoiceEnclosures {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    public boolean isWanted(UUID customer) {
        return rows().settings(customer).invoiceFile();
    }

    /** From now on; doing it again changes nothing. Refused with {@code not-found}. */
    @Allowed(Permission.CUSTOMER_WRITE)
    public void want(UUID customer, boolean wanted) {
        rows().lock(customer);
        rows().language(customer);
        rows().encloseInvoices(customer, wanted, clock.instant());
    }

    private PreferenceRows rows() {
        return new PreferenceRows(Sql.in(database));
    }
}
