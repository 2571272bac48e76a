package uplink.billing.subscription.control;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.EventKind;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.billing.subscription.entity.Subscription;
import uplink.billing.subscription.entity.SubscriptionEvent;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Outbox;
import uplink.shared.Sql;

/** Has services go on under another contract as they stand on a day. Both customers are locked by the caller. */
public final class TakeOver {

    private final EntityManager entities;
    private final DataSource database;
    private final BusinessClock clock;
    private final Recorder recorder;

    public TakeOver(EntityManager entities, DataSource database, BusinessClock clock, Outbox outbox) {
        this.entities = entities;
        this.database = database;
        this.clock = clock;
        this.recorder = new Recorder(entities, database, clock, outbox);
    }

    /**
     * What of a contract goes on beyond that day, services before their add-ons. Rents of devices stay behind: who has the
     * device is what ends them, and that is told by issuing it anew. Refusals: {@code invalid-state}.
     */
    public List<Carried> carried(UUID contract, LocalDate on) {
        return rows().ofContract(contract, on).stream()
                .map(recorder::lockAlone)
                .filter(service -> !service.isDeviceRent())
                .map(service -> Carried.of(
                        service,
                        recorder.history(service),
                        on,
                        discounts(service.id(), on),
                        rows().isThawed(service.id(), on)))
                .sorted(Comparator.comparing(service -> service.addonOf() != null))
                .toList();
    }

    private List<CarriedDiscount> discounts(UUID service, LocalDate on) {
        List<DiscountRest.Granted> granted = rows().granted(service);
        if (granted.isEmpty()) {
            return List.of();
        }
        SubscriptionTimeline found = Sql.in(database)
                .with(connection -> new Timelines(connection, PriceBook.load(connection))
                        .ofSubscription(service).stream().findFirst().orElseThrow(BusinessException::notFound));
        return DiscountRest.of(found.timeline(), granted, on);
    }

    /** Begins all of it. Refusals: {@code invalid-state} when the customer cannot have a tariff. */
    public void begin(List<Carried> services, HandoverRows.Under under) {
        SubscriptionRows.UnderContract contract =
                rows().contracts(under.customer(), under.contract()).get(0);
        Map<UUID, UUID> begun = new HashMap<>();
        Map<UUID, UUID> groups = new HashMap<>();
        for (Carried service : services) {
            new Agreement(rows()).checkFits(service.tariff(), service.from(), contract);
            UUID main = service.addonOf();
            UUID beside = main == null ? null : begun.get(main);
            begun.put(service.id(), begin(service, under, contract.billingDay(), beside, groups));
        }
    }

    private UUID begin(
            Carried service, HandoverRows.Under under, int contractDay, @Nullable UUID beside, Map<UUID, UUID> groups) {
        Subscription next = new Subscription(
                Ids.next(), under.customer(), under.contract(), service.tariff(), service.from(), clock.instant());
        next.beside(beside);
        entities.persist(next);
        entities.flush();
        Integer billingDay = service.billingDay();
        recorder.record(
                next,
                recorder.draft(next, EventKind.START, service.from())
                        .to(service.tariff(), service.own())
                        .billedOn(billingDay == null ? contractDay : billingDay));
        for (SubscriptionEvent planned : service.planned()) {
            recorder.record(next, copy(next, planned, groups));
        }
        for (CarriedDiscount discount : service.discounts()) {
            rows().carry(Ids.next(), next.id(), discount, clock.instant());
        }
        return next.id();
    }

    /** What was agreed together stays together. */
    private SubscriptionEvent copy(Subscription next, SubscriptionEvent planned, Map<UUID, UUID> groups) {
        SubscriptionEvent copy = recorder.draft(next, planned.kind(), planned.on());
        UUID tariff = planned.tariffId();
        Integer billingDay = planned.billingDay();
        UUID group = planned.groupId();
        if (tariff != null) {
            copy.to(tariff, planned.price());
        }
        if (billingDay != null) {
            copy.billedOn(billingDay);
        }
        SubscriptionStatus pause = planned.status();
        if (pause != null) {
            copy.as(pause);
        }
        BigDecimal fee = planned.amount();
        String text = planned.text();
        if (fee != null && text != null) {
            copy.charging(fee, text, planned.feeId(), planned.taxClass());
        }
        return group == null ? copy : copy.inGroup(groups.computeIfAbsent(group, old -> Ids.next()));
    }

    private SubscriptionRows rows() {
        return new SubscriptionRows(database);
    }
}
