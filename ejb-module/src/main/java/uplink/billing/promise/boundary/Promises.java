package uplink.billing.promise.boundary;

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
import uplink.billing.access.control.Restoring;
import uplink.billing.ledger.control.Posting;
import uplink.billing.policy.boundary.Policy;
import uplink.billing.policy.boundary.PolicySubject;
import uplink.billing.policy.boundary.PolicyTerms;
import uplink.billing.policy.boundary.PromiseTerms;
import uplink.billing.policy.control.PolicyRows;
import uplink.billing.promise.control.PromiseRows;
import uplink.billing.promise.control.PromiseRules;
import uplink.billing.subscription.boundary.EventKind;
import uplink.billing.subscription.control.Recorder;
import uplink.billing.subscription.entity.Subscription;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.Outbox;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;

/**
 * Promised payment (обещанный платёж): who is overdue has service for some days more, at once, on their word. It ends
 * when the debt is paid, or when its term is over; then service is suspended again by the next dunning.
 */
@Stateless
@Allowed(Permission.CUSTOMER_READ)
public class Promises {

    @PersistenceContext(unitName = "uplink")
    private EntityManager entities;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /** Whether the caller may promise, and on which terms. */
    @Allowed(Permission.SELF_READ)
    public PromiseOffer ownOffer(Locale reader) {
        return getOffer(Callers.current().requireCustomer(), reader);
    }

    /** The caller promises. Refusals: {@code not-allowed}, which tells why and from when. */
    @Allowed(Permission.SELF_WRITE)
    public GivenPromise promise() {
        return give(Callers.current().requireCustomer());
    }

    /** Whether a customer may promise, and on which terms; {@code not-found}. */
    public PromiseOffer getOffer(UUID customerId, Locale reader) {
        PromiseRules.Known known = rows().known(customerId).orElseThrow(BusinessException::notFound);
        PromiseTerms terms = terms(customerId).map(Chosen::terms).orElse(null);
        PromiseRules.Refusal refusal = PromiseRules.judge(terms, known, clock.today());
        return new PromiseOffer(
                refusal == null,
                refusal == null ? null : refusal.why().in(reader),
                refusal == null ? null : refusal.from(),
                rows().active(customerId).orElse(null),
                known.debt(),
                terms == null ? BigDecimal.ZERO.setScale(2) : terms.fee(),
                terms == null ? 0 : terms.termDays(),
                terms == null ? null : clock.today().plusDays(terms.termDays()),
                known.currency());
    }

    /** A customer's promises, newest first. */
    public List<GivenPromise> ofCustomer(UUID customerId) {
        return rows().of(customerId);
    }

    /** Staff takes a customer's word. Refusals: {@code not-found}, {@code not-allowed}. */
    @Allowed(Permission.CUSTOMER_WRITE)
    public GivenPromise take(UUID customerId) {
        return give(customerId);
    }

    private GivenPromise give(UUID customer) {
        Posting.Account account = Posting.hold(Sql.in(database), customer);
        PromiseRules.Known known = rows().known(customer).orElseThrow(BusinessException::notFound);
        Optional<Chosen> chosen = terms(customer);
        PromiseTerms terms = chosen.map(Chosen::terms).orElse(null);
        LocalDate today = clock.today();
        PromiseRules.Refusal refusal = PromiseRules.judge(terms, known, today);
        if (refusal != null || terms == null) {
            throw refused(refusal);
        }
        GivenPromise promise = new GivenPromise(
                Ids.next(),
                today,
                today.plusDays(terms.termDays()),
                known.debt(),
                terms.fee(),
                account.currency(),
                PromiseStatus.ACTIVE);
        rows().add(
                        customer,
                        chosen.orElseThrow().policy(),
                        promise,
                        Callers.current().userId(),
                        clock.instant());
        charge(customer, terms.fee());
        Restoring.onPromise(Sql.in(database), customer, clock.instant());
        outbox.announce(given(customer, promise));
        return promise;
    }

    /** The fee is a charge like any other: on the next invoice, with its explanation. */
    private void charge(UUID customer, BigDecimal fee) {
        if (fee.signum() == 0) {
            return;
        }
        UUID service = rows().charged(customer).orElseThrow(() -> refused(null));
        Recorder recorder = new Recorder(entities, database, clock, outbox);
        Subscription subscription = recorder.lock(service);
        Locale reader = Locale.forLanguageTag(Sql.in(database)
                .first("select locale from customers where id = ?", row -> row.getString(1), customer)
                .orElse("ru"));
        recorder.record(
                subscription,
                recorder.draft(subscription, EventKind.FEE, clock.today())
                        .charging(fee, Text.of("promise.fee").in(reader), null, null));
    }

    private Event given(UUID customer, GivenPromise promise) {
        return Event.of(
                "billing.promise.given",
                "/billing",
                promise.id(),
                Map.of(
                        "promiseId", promise.id().toString(),
                        "customerId", customer.toString(),
                        "endsOn", promise.endsOn().toString(),
                        "debt", promise.debt().toPlainString(),
                        "fee", promise.fee().toPlainString(),
                        "currency", promise.currency()),
                clock.instant());
    }

    private static BusinessException refused(PromiseRules.@Nullable Refusal refusal) {
        Text why = refusal == null ? Text.of("promise.not-offered") : refusal.why();
        LocalDate from = refusal == null ? null : refusal.from();
        return from == null
                ? new BusinessException(ProblemType.NOT_ALLOWED, why)
                : new BusinessException(
                        ProblemType.NOT_ALLOWED, why, List.of(), Map.of("availableFrom", from.toString()));
    }

    private record Chosen(UUID policy, PromiseTerms terms) {}

    private Optional<Chosen> terms(UUID customer) {
        return new PolicyRows(Sql.in(database))
                .of(PolicySubject.PROMISE, customer)
                .flatMap(policy -> current(policy).map(terms -> new Chosen(policy.id(), terms)));
    }

    private Optional<PromiseTerms> current(Policy policy) {
        return policy.termsOn(clock.today()).map(PolicyTerms::promise);
    }

    private PromiseRows rows() {
        return new PromiseRows(Sql.in(database));
    }
}
