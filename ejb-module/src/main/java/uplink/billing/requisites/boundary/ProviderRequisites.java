package uplink.billing.requisites.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.requisites.control.RequisiteRows;
import uplink.billing.requisites.control.RequisiteRules;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Permission;
import uplink.shared.Sql;

/** The provider's bank details. */
@Stateless
@Allowed({Permission.PAYMENT_READ, Permission.BILLING_READ})
public class ProviderRequisites {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    /** Empty until somebody has entered them. */
    public Optional<Requisites> find() {
        return rows().find();
    }

    /** The same for whoever gets a paper: they stand on every invoice. */
    @Allowed(Permission.SIGNED_IN)
    public Optional<Requisites> findPublic() {
        return find();
    }

    /** Refusals: {@code not-found} until somebody has entered them. */
    public Requisites get() {
        return find().orElseThrow(BusinessException::notFound);
    }

    /**
     * Refusals: {@code validation}, also where a check digit is wrong; {@code stale}.
     *
     * @param version the one that was seen; null: whichever
     */
    @Allowed(Permission.PAYMENT_CONFIGURE)
    public Requisites replace(@Nullable Integer version, Requisites wanted) {
        rows().keep(RequisiteRules.checked(wanted), version, clock.instant());
        return get();
    }

    private RequisiteRows rows() {
        return new RequisiteRows(Sql.in(database));
    }
}
