package uplink.customer.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.customer.control.IdentityRows;
import uplink.customer.control.PersonalData;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Callers;
import uplink.shared.KeyVault;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Trail;

/** What customers may know is kept about them (Federal Law 152-ФЗ of 27 July 2006, article 14). */
@Stateless
@Allowed(Permission.SELF_READ)
public class OwnData {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private KeyVault vault;

    /** All of the caller's; that it was given out is in the audit trail. */
    public PersonalExport mine() {
        UUID customer = Callers.current().requireCustomer();
        Sql sql = Sql.in(database);
        IdentityRows documents = new IdentityRows(sql, vault);
        List<IdentityDetails> opened = documents.ofCustomer(customer).stream()
                .flatMap(document -> documents.open(customer, document.id()).stream())
                .toList();
        PersonalExport export = new PersonalExport(clock.instant(), opened, new PersonalData(sql).of(customer));
        Trail.note(
                sql,
                Callers.current().userId(),
                customer,
                new Trail.Note("own-data.mine", "customer", customer.toString(), Map.of()));
        return export;
    }
}
