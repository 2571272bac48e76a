package uplink.billing.terminal.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.terminal.control.AgentRows;
import uplink.billing.terminal.control.AgentRules;
import uplink.billing.terminal.control.Secrets;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.Sql;

/** The agents that collect money through terminals. */
@Stateless
@Allowed(Permission.PAYMENT_READ)
public class PaymentAgents {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    /** All of them, by code: there are few. */
    public List<PaymentAgent> list() {
        return rows().all();
    }

    /** Refusals: {@code not-found}. */
    public PaymentAgent get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /** Refusals: {@code validation}, {@code conflict} when the code is taken. */
    @Allowed(Permission.PAYMENT_CONFIGURE)
    public PaymentAgent create(NewPaymentAgent wanted) {
        UUID id = Ids.next();
        rows().add(AgentRules.checked(id, wanted, 0, clock.instant()));
        return get(id);
    }

    /**
     * Everything but the code, which payments are known by. Refusals: {@code not-found}, {@code stale}, {@code
     * validation}.
     */
    @Allowed(Permission.PAYMENT_CONFIGURE)
    public PaymentAgent replace(UUID id, @Nullable Integer version, NewPaymentAgent wanted) {
        PaymentAgent now = get(id);
        int expected = version == null ? now.version() : version;
        rows().replace(
                        AgentRules.same(now, AgentRules.checked(id, wanted, expected, now.createdAt())),
                        clock.instant());
        return get(id);
    }

    /** Gives the agent a secret in place of the one it had. Refusals: {@code not-found}. */
    @Allowed(Permission.PAYMENT_CONFIGURE)
    public AgentSecret makeSecret(UUID id) {
        PaymentAgent agent = get(id);
        String secret = Secrets.make();
        rows().keepSecret(id, Secrets.hash(secret), clock.instant());
        return new AgentSecret(agent.code(), secret);
    }

    /** From now on the agent is known by its addresses alone. Refusals: {@code not-found}. */
    @Allowed(Permission.PAYMENT_CONFIGURE)
    public PaymentAgent dropSecret(UUID id) {
        get(id);
        rows().keepSecret(id, null, clock.instant());
        return get(id);
    }

    private AgentRows rows() {
        return new AgentRows(Sql.in(database));
    }
}
