package uplink.billing.subscription.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.control.Agreement;
import uplink.billing.subscription.control.ChangePolicy;
import uplink.billing.subscription.control.NextPeriod;
import uplink.billing.subscription.control.Obstacle;
import uplink.billing.subscription.control.Offer;
import uplink.billing.subscription.control.OfferRows;
import uplink.billing.subscription.control.Recorder;
import uplink.billing.subscription.control.SubscriptionLists;
import uplink.billing.subscription.control.SubscriptionRows;
import uplink.billing.subscription.entity.Subscription;
import uplink.catalog.boundary.ChangeRules;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Outbox;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Text;
import uplink.shared.Validation;

/**
 * Customers change their tariff by themselves, by the rules of the catalogue. Refusals: {@code not-found} for what is
 * somebody else's, {@code not-allowed} with the reason and, where waiting helps, from which day.
 */
@Stateless
@Allowed(Permission.SELF_WRITE)
public class TariffChanges {

    @PersistenceContext(unitName = "uplink")
    private EntityManager entities;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private ChangeRules rules;

    /** What the customer who asks may change to, and when. */
    @Allowed(Permission.SELF_READ)
    public TariffChangeTerms terms(UUID id, Locale reader) {
        SubscriptionRow row = own(id);
        LocalDate today = clock.today();
        LocalDate next = new NextPeriod(database).after(id, today);
        ChangePolicy policy = policy(row, next);
        Optional<Obstacle> now = policy.at(ChangeWhen.NOW);
        Optional<Obstacle> later = policy.at(ChangeWhen.NEXT_PERIOD);
        PlannedChange planned = planned(row).orElse(null);
        if (now.isPresent() && later.isPresent()) {
            Obstacle why = now.get().from() == null ? later.get() : now.get();
            return new TariffChangeTerms(id, false, why.why().in(reader), why.from(), next, planned, List.of());
        }
        List<TariffOption> options = offers().selfService(row.customerId(), false, today).stream()
                .filter(offer -> policy.to(offer).isEmpty())
                .map(offer -> option(offer, policy, now.isEmpty(), later.isEmpty(), row, reader))
                .toList();
        return new TariffChangeTerms(id, true, null, null, next, planned, options);
    }

    /** Changes the tariff today or from the next billing period on; a fee is charged with it. */
    public SubscriptionRow change(UUID id, TariffChangeWish wish) {
        new Validation()
                .require("tariffId", wish.tariffId())
                .require("when", wish.when())
                .done();
        Subscription subscription = recorder().lock(id, Callers.current().requireCustomer());
        ChangePolicy policy = policy(own(id), new NextPeriod(database).after(id, clock.today()));
        LocalDate on = policy.on(wish.when());
        Offer offer = offers().one(subscription.customerId(), wish.tariffId(), false, on)
                .orElseThrow(() ->
                        new BusinessException(ProblemType.NOT_ALLOWED, Text.of("subscription.tariff.not-offered", on)));
        policy.check(offer, wish.when());
        UUID group = Ids.next();
        recorder()
                .record(
                        subscription,
                        recorder()
                                .draft(subscription, EventKind.CHANGE, on)
                                .to(offer.tariff(), null)
                                .inGroup(group));
        charge(subscription, policy.fee(offer, wish.when()), on, group);
        return own(id);
    }

    /** Withdraws the change that the customer has asked for, before its day. Also {@code invalid-state}. */
    public SubscriptionRow withdraw(UUID id) {
        Subscription subscription = recorder().lock(id, Callers.current().requireCustomer());
        PlannedChange planned = planned(own(id))
                .filter(PlannedChange::own)
                .orElseThrow(() ->
                        new BusinessException(ProblemType.INVALID_STATE, Text.of("subscription.withdraw.nothing")));
        recorder().withdraw(subscription, planned.id());
        return own(id);
    }

    private void charge(Subscription subscription, @Nullable UUID fee, LocalDate on, UUID group) {
        if (fee != null) {
            Agreement agreement = new Agreement(new SubscriptionRows(database));
            Agreement.Fee agreed =
                    agreement.fee(new NewFeeCharge(on, fee, null, null, null), agreement.contract(subscription));
            recorder()
                    .record(
                            subscription,
                            recorder()
                                    .draft(subscription, EventKind.FEE, on)
                                    .charging(agreed.amount(), agreed.text(), fee, agreed.taxClass())
                                    .inGroup(group));
        }
    }

    private ChangePolicy policy(SubscriptionRow row, LocalDate nextPeriod) {
        BigDecimal price = row.price();
        String period = row.period();
        ChangePolicy.Standing standing = new ChangePolicy.Standing(
                row.tariffId(),
                offers().kind(row.tariffId()),
                price == null || period == null ? BigDecimal.ZERO : Offer.ofYear(price, period),
                row.status(),
                row.addonOf() != null,
                recorder().lastChange(row.id()),
                planned(row).map(PlannedChange::on).orElse(null),
                offers().hasOverdue(row.customerId()),
                offers().lineSpeed(row.contractId()));
        return new ChangePolicy(rules.of(row.tariffId()), standing, clock.today(), nextPeriod);
    }

    private TariffOption option(
            Offer offer, ChangePolicy policy, boolean now, boolean later, SubscriptionRow row, Locale reader) {
        return new TariffOption(
                offer.tariff(),
                offer.code(),
                reader.getLanguage().equals("en") ? offer.nameEn() : offer.nameRu(),
                offer.speedDown(),
                offer.speedUp(),
                offer.price(),
                offer.currency(),
                offer.period(),
                now,
                later,
                now ? amount(policy.fee(offer, ChangeWhen.NOW), row) : null,
                later ? amount(policy.fee(offer, ChangeWhen.NEXT_PERIOD), row) : null);
    }

    private @Nullable BigDecimal amount(@Nullable UUID fee, SubscriptionRow row) {
        return fee == null
                ? null
                : new SubscriptionRows(database)
                        .fee(fee)
                        .filter(f -> f.currency().equals(row.currency()))
                        .map(SubscriptionRows.ListedFee::amount)
                        .orElse(null);
    }

    private static Optional<PlannedChange> planned(SubscriptionRow row) {
        return row.planned().stream()
                .filter(change -> change.kind() == EventKind.CHANGE && change.tariffId() != null)
                .findFirst();
    }

    private SubscriptionRow own(UUID id) {
        UUID customer = Callers.current().requireCustomer();
        return new SubscriptionLists(database, clock.today())
                .one(id)
                .filter(row -> row.customerId().equals(customer))
                .orElseThrow(BusinessException::notFound);
    }

    private OfferRows offers() {
        return new OfferRows(database);
    }

    private Recorder recorder() {
        return new Recorder(entities, database, clock, outbox);
    }
}
