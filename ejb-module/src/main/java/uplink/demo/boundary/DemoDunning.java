package uplink.demo.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.dunning.boundary.Dunning;
import uplink.billing.policy.boundary.DunningTerms;
import uplink.billing.policy.boundary.NewPolicy;
import uplink.billing.policy.boundary.Policies;
import uplink.billing.policy.boundary.Policy;
import uplink.billing.policy.boundary.PolicySubject;
import uplink.billing.policy.boundary.PolicyTerms;
import uplink.catalog.boundary.Audience;
import uplink.catalog.boundary.TariffQuery;
import uplink.catalog.boundary.TariffRow;
import uplink.catalog.boundary.Tariffs;
import uplink.shared.BusinessClock;

/**
 * A week ago the demo provider has begun to suspend people on its fast tariffs who owe a lot: one real day of dunning
 * under a policy of its own, so that there are a few whom a payment restores.
 */
@ApplicationScoped
class DemoDunning {

    private static final String POLICY = "fast-tariffs";
    private static final Set<String> FAST = Set.of("HOME-500", "GIGABIT", "ALL-IN-ONE");
    private static final BigDecimal LIMIT = new BigDecimal("2500.00");
    private static final int RANK = 700;
    private static final int DAYS_AGO = 7;

    @Inject
    private Policies policies;

    @Inject
    private Tariffs tariffs;

    @Inject
    private Dunning dunning;

    @Inject
    private BusinessClock clock;

    static LocalDate day(LocalDate today) {
        return today.minusDays(DAYS_AGO);
    }

    /** Bears repetition: the policy is made once, and a day's dunning knows how far it has come. */
    void run(LocalDate day) {
        Instant morning = day.atTime(LocalTime.of(9, 0)).atZone(clock.getZone()).toInstant();
        clock.at(morning, () -> {
            List<Policy> known = policies.list(PolicySubject.DUNNING);
            if (known.stream().noneMatch(policy -> policy.code().equals(POLICY))) {
                introduce(known, day);
            }
            while (dunning.step()) {
                // and the next batch
            }
            return day;
        });
    }

    /** In force once its own terms are there, which begin on that day. */
    private void introduce(List<Policy> known, LocalDate day) {
        UUID preset = known.stream()
                .filter(policy -> policy.code().equals("suspend"))
                .findFirst()
                .orElseThrow()
                .id();
        List<UUID> fast = tariffs.list(TariffQuery.all()).stream()
                .filter(tariff -> FAST.contains(tariff.code()))
                .map(TariffRow::id)
                .toList();
        UUID policy = policies.create(policy(preset, fast, false)).id();
        // the fee goes on: given back for the days without service it would bring some below the limit in mid-run,
        // back into service and into the next run, and the demo's second commit is to find nothing
        DunningTerms terms = new DunningTerms(10, List.of(-3, 0, 3), 5, false, "ru", true, LIMIT, null, true);
        policies.addTerms(policy, new PolicyTerms(day, terms, null, null));
        policies.replace(policy, null, policy(null, fast, true));
    }

    private static NewPolicy policy(@Nullable UUID copyOf, List<UUID> tariffs, boolean active) {
        return new NewPolicy(
                PolicySubject.DUNNING,
                copyOf,
                POLICY,
                "Быстрые тарифы: приостановка за большой долг",
                "Fast tariffs: suspended for a large debt",
                Audience.PERSON,
                RANK,
                active,
                tariffs);
    }
}
