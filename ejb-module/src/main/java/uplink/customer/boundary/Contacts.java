package uplink.customer.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.customer.control.ContactRows;
import uplink.customer.control.CustomerRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.Sql;

/** The people behind a customer. A customer is found by their names, phones and e-mails, too. */
@Stateless
@Allowed(Permission.CUSTOMER_READ)
public class Contacts {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    /** In the order in which they were entered. Refusals: {@code not-found}. */
    public List<Contact> ofCustomer(UUID customer) {
        customers().require(customer);
        return rows().ofCustomer(customer);
    }

    /** Refusals: {@code not-found}. */
    public Contact get(UUID customer, UUID id) {
        return rows().find(customer, id).orElseThrow(BusinessException::notFound);
    }

    /** Refusals: {@code not-found}, {@code validation}. */
    @Allowed(Permission.CUSTOMER_WRITE)
    public Contact add(UUID customer, NewContact wanted) {
        customers().lockThere(customer);
        UUID id = Ids.next();
        rows().add(customer, id, ContactRows.checked(wanted), clock.instant());
        customers().refreshSearch(customer);
        return get(customer, id);
    }

    /**
     * Writes all of it anew.
     *
     * @param version the one that was seen; null: whichever. Refusals: {@code not-found}, {@code stale}, {@code validation}
     */
    @Allowed(Permission.CUSTOMER_WRITE)
    public Contact replace(UUID customer, UUID id, @Nullable Integer version, NewContact wanted) {
        customers().lockThere(customer);
        get(customer, id);
        if (!rows().replace(customer, id, version, ContactRows.checked(wanted), clock.instant())) {
            throw BusinessException.stale();
        }
        customers().refreshSearch(customer);
        return get(customer, id);
    }

    /** Refusals: {@code not-found}. */
    @Allowed(Permission.CUSTOMER_WRITE)
    public void remove(UUID customer, UUID id) {
        customers().lockThere(customer);
        if (!rows().remove(customer, id)) {
            throw BusinessException.notFound();
        }
        customers().refreshSearch(customer);
    }

    private ContactRows rows() {
        return new ContactRows(Sql.in(database));
    }

    private CustomerRows customers() {
        return new CustomerRows(database);
    }
}
