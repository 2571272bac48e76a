package uplink.web.policy;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uplink.billing.policy.boundary.DunningTerms;
import uplink.billing.policy.boundary.NewPolicy;
import uplink.billing.policy.boundary.Policies;
import uplink.billing.policy.boundary.Policy;
import uplink.billing.policy.boundary.PolicySubject;
import uplink.billing.policy.boundary.PolicyTerms;
import uplink.catalog.boundary.Audience;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Text;
import uplink.web.shell.Go;
import uplink.web.shell.NamedForm;

/** A policy: for whom it holds and whether it does; its terms, which change from a day on; a copy to begin another with. */
@Named
@ViewScoped
public class PolicyForm extends NamedForm {

    private static final long serialVersionUID = 1L;

    @Inject
    private Policies policies;

    @Inject
    private BusinessClock clock;

    private @Nullable String id;
    private int version;
    private PolicySubject subject = PolicySubject.DUNNING;
    private @Nullable Audience customerKind;
    private @Nullable Integer rank;
    private boolean active;
    private List<String> tariffs = List.of();
    private @Nullable LocalDate validFrom;
    private @Nullable String reminders;
    private final TermFields terms = new TermFields();

    public void load() {
        Policy policy = policies.get(Go.id(id));
        version = policy.version();
        subject = policy.subject();
        customerKind = policy.customerKind();
        rank = policy.rank();
        active = policy.active();
        tariffs = policy.tariffIds().stream().map(UUID::toString).toList();
        setCode(policy.code());
        setNameRu(policy.nameRu());
        setNameEn(policy.nameEn());
        policy.termsOn(clock.today()).ifPresent(this::show);
    }

    private void show(PolicyTerms now) {
        terms.show(now);
        DunningTerms dunning = now.dunning();
        reminders = dunning == null
                ? null
                : dunning.reminders().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    public void save() {
        policies.replace(Go.id(id), version, wanted(null));
        Go.to("/policies", "policy.saved");
    }

    /** Another one with the same terms, not in force yet. */
    public void copy() {
        active = false;
        policies.create(wanted(Go.id(id)));
        Go.to("/policies", "policy.copied");
    }

    private NewPolicy wanted(@Nullable UUID copyOf) {
        return new NewPolicy(
                subject,
                copyOf,
                getCode(),
                getNameRu(),
                getNameEn(),
                customerKind,
                rank,
                active,
                tariffs.stream().map(UUID::fromString).toList());
    }

    /** Terms from a day on; what held before stays as it was. */
    public void change() {
        LocalDate from = Go.given(validFrom);
        policies.addTerms(
                Go.id(id),
                new PolicyTerms(
                        from,
                        subject == PolicySubject.DUNNING ? terms.dunning(days()) : null,
                        subject == PolicySubject.PROMISE ? terms.promise() : null,
                        subject == PolicySubject.FREEZE ? terms.freeze() : null));
        Go.to("/policy-edit?id=" + id, "policy.terms-added");
    }

    private List<Integer> days() {
        String given = reminders;
        try {
            return given == null || given.isBlank()
                    ? List.of()
                    : Arrays.stream(given.replace('−', '-').split("[,;\\s]+"))
                            .filter(part -> !part.isEmpty())
                            .map(Integer::valueOf)
                            .toList();
        } catch (NumberFormatException e) {
            throw BusinessException.invalid("reminders", Text.of("policy.reminders", 10));
        }
    }

    public PolicySubject getSubject() {
        return subject;
    }

    public TermFields getTerms() {
        return terms;
    }

    public LocalDate getValidFrom() {
        return validFrom == null ? clock.today().plusDays(1) : validFrom;
    }

    public void setValidFrom(@Nullable LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public @Nullable String getReminders() {
        return reminders;
    }

    public void setReminders(@Nullable String reminders) {
        this.reminders = reminders;
    }

    public @Nullable Audience getCustomerKind() {
        return customerKind;
    }

    public void setCustomerKind(@Nullable Audience customerKind) {
        this.customerKind = customerKind;
    }

    public Audience[] getKinds() {
        return Audience.values();
    }

    public @Nullable Integer getRank() {
        return rank;
    }

    public void setRank(@Nullable Integer rank) {
        this.rank = rank;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }

    public List<String> getTariffs() {
        return tariffs;
    }

    public void setTariffs(List<String> tariffs) {
        this.tariffs = List.copyOf(tariffs);
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
