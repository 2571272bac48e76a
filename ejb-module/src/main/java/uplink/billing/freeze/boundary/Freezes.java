package uplink.billing.freeze.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.freeze.control.FreezeRows;
import uplink.billing.freeze.control.FreezeRules;
import uplink.billing.freeze.control.Freezing;
import uplink.billing.policy.boundary.FreezeTerms;
import uplink.billing.policy.boundary.Policy;
import uplink.billing.policy.boundary.PolicySubject;
import uplink.billing.policy.boundary.PolicyTerms;
import uplink.billing.policy.control.PolicyRows;
import uplink.billing.subscription.control.Recorder;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Outbox;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;

/**
 * Voluntary freezes (добровольная блокировка): a service rests from a day on, at most so long, with some days a year for
 * nothing. Refusals of all: {@code not-found} also for somebody else's service.
 */
@Stateless
@Allowed(Permission.CUSTOMER_WRITE)
public class Freezes {

    private static final int SETTLED_AT_ONCE = 200;

    @PersistenceContext(unitName = "uplink")
    private EntityManager entities;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /** Whether the caller's service may be frozen now, and on which terms. */
    @Allowed(Permission.SELF_READ)
    public FreezeOffer ownOffer(UUID subscriptionId, Locale reader) {
        requireOwn(subscriptionId);
        return getOffer(subscriptionId, reader);
    }

    /** The caller freezes a service of theirs. Refusals as of {@link #freeze}. */
    @Allowed(Permission.SELF_WRITE)
    public Freeze freezeOwn(UUID subscriptionId, FreezeRequest wish) {
        requireOwn(subscriptionId);
        return freeze(subscriptionId, wish);
    }

    /** The caller ends a freeze of theirs, or takes it back. Refusals as of {@link #unfreeze}. */
    @Allowed(Permission.SELF_WRITE)
    public Freeze unfreezeOwn(UUID subscriptionId) {
        requireOwn(subscriptionId);
        return unfreeze(subscriptionId);
    }

    /** Whether a service may be frozen now, and on which terms. */
    @Allowed(Permission.CUSTOMER_READ)
    public FreezeOffer getOffer(UUID subscriptionId, Locale reader) {
        UUID customer = owner(subscriptionId);
        FreezeRules.Known known = rows().known(subscriptionId);
        FreezeTerms terms = terms(customer);
        FreezeRules.Refusal refusal = FreezeRules.judge(terms, known, clock.today());
        int used = known.usedFree().getOrDefault(clock.today().getYear(), 0);
        return new FreezeOffer(
                refusal == null,
                refusal == null ? null : refusal.why().in(reader),
                refusal == null ? null : refusal.from(),
                rows().current(subscriptionId).orElse(null),
                terms == null ? 0 : terms.minDays(),
                terms == null ? 0 : terms.maxDays(),
                clock.today().plusDays(terms == null ? 0 : terms.aheadDays()),
                terms == null ? 0 : Math.max(0, terms.freeDays() - used),
                terms == null ? BigDecimal.ZERO.setScale(2) : terms.activationFee(),
                terms == null ? BigDecimal.ZERO.setScale(2) : terms.dayFee(),
                rows().currency(customer));
    }

    /** The freezes of a service, newest first. */
    @Allowed(Permission.CUSTOMER_READ)
    public List<Freeze> of(UUID subscriptionId) {
        owner(subscriptionId);
        return rows().of(subscriptionId);
    }

    /**
     * Freezes a service on a day, which may be today. Refusals: {@code validation} for the days, {@code not-allowed}, which
     * tells why and from when.
     */
    public Freeze freeze(UUID subscriptionId, FreezeRequest wish) {
        UUID customer = owner(subscriptionId);
        var subscription = recorder().lock(subscriptionId);
        Freeze freeze = plan(customer, subscriptionId, wish);
        rows().add(
                        customer,
                        policy(customer).orElseThrow().id(),
                        freeze,
                        Callers.current().userId(),
                        clock.instant());
        if (!freeze.from().isAfter(clock.today())) {
            freezing().begin(freeze, subscription);
        }
        return rows().current(subscriptionId).orElseThrow();
    }

    /** As it would be; the refusals are those of {@link #freeze}. For the preview. */
    @Allowed({Permission.SELF_WRITE, Permission.CUSTOMER_WRITE})
    public Freeze plan(UUID subscriptionId, FreezeRequest wish) {
        if (!Callers.current().may(Permission.CUSTOMER_WRITE)) {
            requireOwn(subscriptionId);
        }
        return plan(owner(subscriptionId), subscriptionId, wish);
    }

    /** Ends a freeze today, or takes back one that has not begun. Refusals: {@code invalid-state} when there is none. */
    public Freeze unfreeze(UUID subscriptionId) {
        owner(subscriptionId);
        var subscription = recorder().lock(subscriptionId);
        Freeze freeze = rows().current(subscriptionId)
                .orElseThrow(() -> new BusinessException(ProblemType.INVALID_STATE, Text.of("freeze.none")));
        if (freeze.status() == FreezeStatus.PLANNED) {
            rows().end(freeze.id(), null, "wish", clock.instant());
        } else {
            freezing().thaw(freeze, subscription, clock.today(), "wish");
        }
        return rows().of(subscriptionId).stream()
                .filter(one -> one.id().equals(freeze.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Lets some freezes begin or end whose day has come; answers how many, 0: all are done. */
    @Allowed(Permission.SYSTEM)
    public int settle() {
        List<Freeze> due = rows().due(clock.today(), SETTLED_AT_ONCE);
        due.forEach(freeze -> {
            var subscription = recorder().lock(freeze.subscriptionId());
            rows().current(freeze.subscriptionId())
                    .filter(one -> one.id().equals(freeze.id()) && one.status() == freeze.status())
                    .ifPresent(one -> freezing().settle(one, subscription));
        });
        return due.size();
    }

    private Freeze plan(UUID customer, UUID subscription, FreezeRequest wish) {
        FreezeTerms terms = terms(customer);
        FreezeRules.Known known = rows().known(subscription);
        FreezeRules.Refusal refusal = FreezeRules.judge(terms, known, clock.today());
        if (refusal != null || terms == null) {
            throw refused(refusal);
        }
        LocalDate until = FreezeRules.end(terms, wish, clock.today());
        return new Freeze(
                Ids.next(),
                subscription,
                wish.from(),
                until,
                FreezeRules.freeUntil(terms, wish.from(), until, known.usedFree()),
                terms.activationFee(),
                terms.dayFee(),
                rows().currency(customer),
                FreezeStatus.PLANNED,
                null);
    }

    private static BusinessException refused(FreezeRules.@Nullable Refusal refusal) {
        Text why = refusal == null ? Text.of("freeze.not-offered") : refusal.why();
        LocalDate from = refusal == null ? null : refusal.from();
        return new BusinessException(
                ProblemType.NOT_ALLOWED,
                why,
                List.of(),
                from == null ? Map.of() : Map.of("availableFrom", from.toString()));
    }

    private UUID owner(UUID subscription) {
        return rows().owner(subscription).orElseThrow(BusinessException::notFound);
    }

    private void requireOwn(UUID subscription) {
        if (!owner(subscription).equals(Callers.current().requireCustomer())) {
            throw BusinessException.notFound();
        }
    }

    private Optional<Policy> policy(UUID customer) {
        return new PolicyRows(Sql.in(database)).of(PolicySubject.FREEZE, customer);
    }

    private @Nullable FreezeTerms terms(UUID customer) {
        return policy(customer)
                .flatMap(policy -> policy.termsOn(clock.today()))
                .map(PolicyTerms::freeze)
                .orElse(null);
    }

    private Freezing freezing() {
        return new Freezing(recorder(), rows(), clock.today(), clock.instant());
    }

    private Recorder recorder() {
        return new Recorder(entities, database, clock, outbox);
    }

    private FreezeRows rows() {
        return new FreezeRows(Sql.in(database));
    }
}
