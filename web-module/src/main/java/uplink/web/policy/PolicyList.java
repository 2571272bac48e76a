package uplink.web.policy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uplink.billing.policy.boundary.Policies;
import uplink.billing.policy.boundary.Policy;
import uplink.billing.policy.boundary.PolicySubject;
import uplink.billing.policy.boundary.PolicyTerms;
import uplink.shared.BusinessClock;

/** All policies, those in force first. */
@Named
@RequestScoped
public class PolicyList {

    @Inject
    private Policies policies;

    @Inject
    private BusinessClock clock;

    private @Nullable List<Policy> rows;

    public PolicySubject[] getSubjects() {
        return PolicySubject.values();
    }

    public List<Policy> of(PolicySubject subject) {
        if (rows == null) {
            rows = policies.list(null);
        }
        return rows.stream().filter(policy -> policy.subject() == subject).toList();
    }

    /** Since when the terms hold that hold today. */
    public @Nullable PolicyTerms now(Policy policy) {
        Optional<PolicyTerms> terms = policy.termsOn(clock.today());
        return terms.orElse(null);
    }
}
