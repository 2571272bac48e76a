package uplink.web.billing;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.terminal.boundary.AgentSecret;
import uplink.billing.terminal.boundary.NewPaymentAgent;
import uplink.billing.terminal.boundary.PaymentAgent;
import uplink.billing.terminal.boundary.PaymentAgents;
import uplink.web.shell.Go;

/** An agent that collects through terminals. A new secret is on this page once, and nowhere afterwards. */
@Named
@ViewScoped
public class PaymentAgentForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private PaymentAgents agents;

    private @Nullable String id;
    private @Nullable Integer version;
    private @Nullable String code;
    private @Nullable String name;
    private @Nullable String addresses;
    private @Nullable BigDecimal minAmount = new BigDecimal("10.00");
    private @Nullable BigDecimal maxAmount = new BigDecimal("15000.00");
    private @Nullable BigDecimal dailyLimit;
    private boolean active = true;
    private boolean withSecret;
    private transient @Nullable AgentSecret made;

    public void load() {
        if (!isNew()) {
            PaymentAgent agent = agents.get(key());
            version = agent.version();
            code = agent.code();
            name = agent.name();
            addresses = String.join("\n", agent.addresses());
            minAmount = agent.minAmount();
            maxAmount = agent.maxAmount();
            dailyLimit = agent.dailyLimit();
            active = agent.active();
            withSecret = agent.withSecret();
        }
    }

    public void save() {
        NewPaymentAgent wanted = new NewPaymentAgent(
                Go.given(code),
                Go.given(name),
                active,
                networks(),
                Go.given(minAmount),
                Go.given(maxAmount),
                dailyLimit);
        PaymentAgent saved = isNew() ? agents.create(wanted) : agents.replace(key(), version, wanted);
        Go.to("/payment-agent-edit?id=" + saved.id(), "payment-agent.saved");
    }

    private List<String> networks() {
        return addresses == null
                ? List.of()
                : Arrays.stream(addresses.split("[\\s,;]+"))
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    public void makeSecret() {
        made = agents.makeSecret(key());
        load();
    }

    public void dropSecret() {
        agents.dropSecret(key());
        Go.to("/payment-agent-edit?id=" + id, "payment-agent.secret-dropped");
    }

    private UUID key() {
        return Go.id(id);
    }

    public @Nullable AgentSecret getMade() {
        return made;
    }

    public boolean isNew() {
        return id == null;
    }

    public boolean isWithSecret() {
        return withSecret;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getCode() {
        return code;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getAddresses() {
        return addresses;
    }

    public void setAddresses(@Nullable String addresses) {
        this.addresses = addresses;
    }

    public @Nullable BigDecimal getMinAmount() {
        return minAmount;
    }

    public void setMinAmount(@Nullable BigDecimal minAmount) {
        this.minAmount = minAmount;
    }

    public @Nullable BigDecimal getMaxAmount() {
        return maxAmount;
    }

    public void setMaxAmount(@Nullable BigDecimal maxAmount) {
        this.maxAmount = maxAmount;
    }

    public @Nullable BigDecimal getDailyLimit() {
        return dailyLimit;
    }

    public void setDailyLimit(@Nullable BigDecimal dailyLimit) {
        this.dailyLimit = dailyLimit;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
