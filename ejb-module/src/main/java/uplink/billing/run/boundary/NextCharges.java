package uplink.billing.run.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.billing.run.control.NextDraft;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.Sql;

/** What customers are charged next: computed by the engine of the bill run, not written. */
@Stateless
@Allowed(Permission.SELF_READ)
public class NextCharges {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    /**
     * Of the customer who asks; empty when nothing is going to be charged. Refusals: {@code invalid-state} when it cannot
     * be worked out.
     */
    public Optional<NextCharge> own() {
        UUID customer = Callers.current().requireCustomer();
        return Sql.in(database).with(connection -> new NextDraft(connection, clock.today()).of(customer));
    }
}
