package uplink.customer.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.customer.control.CustomerRows;
import uplink.customer.control.IdentityRows;
import uplink.customer.control.IdentityRules;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.KeyVault;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Trail;
import uplink.shared.Validation;

/**
 * What customers have shown to say who they are: sealed at rest, masked in lists. Reading one in clear text needs a
 * permission of its own and a reason, and is written into the audit trail.
 */
@Stateless
@Allowed(Permission.CUSTOMER_READ)
public class IdentityDocuments {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private KeyVault vault;

    /** Masked, in the order in which they were entered. Refusals: {@code not-found}. */
    public List<IdentityDocument> ofCustomer(UUID customer) {
        customers().require(customer);
        return rows().ofCustomer(customer);
    }

    /**
     * One in clear text. Refusals: {@code not-found}, {@code validation} without a reason.
     *
     * @param reason why, at most 300 characters: it stands in the audit trail
     */
    @Allowed(Permission.IDENTITY_READ)
    public IdentityDetails open(UUID customer, UUID id, @Nullable String reason) {
        Validation validation = new Validation();
        String why = validation.words("reason", reason, 300);
        validation.done();
        IdentityDetails details = rows().open(customer, id).orElseThrow(BusinessException::notFound);
        Trail.note(
                Sql.in(database),
                Callers.current().userId(),
                customer,
                new Trail.Note(
                        "identity-document.open",
                        "identity-document",
                        id.toString(),
                        Map.of("reason", why, "kind", details.kind().code())));
        return details;
    }

    /** Refusals: {@code not-found}, {@code validation}. */
    @Allowed(Permission.CUSTOMER_WRITE)
    public IdentityDocument add(UUID customer, NewIdentityDocument wanted) {
        NewIdentityDocument checked = IdentityRules.checked(wanted, clock.today());
        customers().lockThere(customer);
        UUID id = Ids.next();
        IdentityKind kind = Objects.requireNonNull(checked.kind());
        rows().add(customer, id, kind, checked, Callers.current().userId(), clock.instant());
        return rows().find(customer, id).orElseThrow();
    }

    /** Refusals: {@code not-found}. */
    @Allowed(Permission.CUSTOMER_WRITE)
    public void remove(UUID customer, UUID id) {
        customers().lockThere(customer);
        if (!rows().remove(customer, id)) {
            throw BusinessException.notFound();
        }
    }

    /**
     * Makes fingerprints for documents that were sealed without one, in the order of their ids.
     *
     * @param after where the last chunk ended; at first the id of zeros
     * @param most how many are looked at
     */
    @Allowed(Permission.SYSTEM)
    public FingerprintChunk fingerprint(UUID after, int most) {
        return rows().fingerprint(after, most);
    }

    private IdentityRows rows() {
        return new IdentityRows(Sql.in(database), vault);
    }

    private CustomerRows customers() {
        return new CustomerRows(database);
    }
}
