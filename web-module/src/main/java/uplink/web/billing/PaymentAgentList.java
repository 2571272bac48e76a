package uplink.web.billing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.terminal.boundary.PaymentAgent;
import uplink.billing.terminal.boundary.PaymentAgents;

/** Who collects through terminals. */
@Named
@RequestScoped
public class PaymentAgentList {

    @Inject
    private PaymentAgents agents;

    private @Nullable List<PaymentAgent> rows;

    public List<PaymentAgent> getRows() {
        if (rows == null) {
            rows = agents.list();
        }
        return rows;
    }

    /** A way in and the right to use it. */
    public String state(PaymentAgent agent) {
        if (!agent.active()) {
            return "off";
        }
        return agent.reachable() ? "on" : "missing";
    }
}
