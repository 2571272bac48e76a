package uplink.customer.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import uplink.auth.boundary.OwnContact;
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

    @Inject
    private OwnContact contact;

    /**
     * All of the caller's. That it was given out is in the audit trail, and whether documents of identity were in clear
     * text: only for who has proved who they are not long ago, for a token alone may have got into other hands.
     *
     * @param session the one that asks
     */
    public PersonalExport mine(UUID session) {
        UUID customer = Callers.current().requireCustomer();
        Sql sql = Sql.in(database);
        boolean clear = contact.isConfirmed(session);
        PersonalExport export = new PersonalExport(
                clock.instant(), documents(sql, customer, clear), new PersonalData(sql).of(customer));
        Trail.note(
                sql,
                Callers.current().userId(),
                customer,
                new Trail.Note(
                        "own-data.mine",
                        "customer",
                        customer.toString(),
                        Map.of("documents", clear ? "clear" : "masked")));
        return export;
    }

    private List<IdentityDetails> documents(Sql sql, UUID customer, boolean clear) {
        IdentityRows documents = new IdentityRows(sql, vault);
        return documents.ofCustomer(customer).stream()
                .flatMap(document ->
                        clear ? documents.open(customer, document.id()).stream() : Stream.of(masked(document)))
                .toList();
    }

    private static IdentityDetails masked(IdentityDocument document) {
        return new IdentityDetails(document.id(), document.kind(), document.number(), null, null);
    }
}
