package uplink.billing.subscription.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import uplink.billing.subscription.control.NextPeriod;
import uplink.billing.subscription.control.Offer;
import uplink.billing.subscription.control.OfferRows;
import uplink.billing.subscription.control.Recorder;
import uplink.billing.subscription.control.Starter;
import uplink.billing.subscription.control.SubscriptionLists;
import uplink.billing.subscription.entity.Subscription;
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
 * Customers take and end add-ons by themselves: what the catalogue leaves to them. Refusals: {@code not-found} for what
 * is somebody else's, {@code not-allowed} with the reason, {@code validation}.
 */
@Stateless
@Allowed(Permission.SELF_WRITE)
public class AddOns {

    private static final int LATEST = 60;

    @PersistenceContext(unitName = "uplink")
    private EntityManager entities;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /** What the customer who asks may take beside a service and does not have, the cheapest first. */
    @Allowed(Permission.SELF_READ)
    public List<AddOnOffer> offered(UUID service, Locale reader) {
        SubscriptionRow main = own(service);
        Set<UUID> taken = taken(service);
        return main.addonOf() != null || main.status() == SubscriptionStatus.CANCELLED
                ? List.of()
                : offers().selfService(main.customerId(), true, clock.today()).stream()
                        .filter(offer -> !taken.contains(offer.tariff()))
                        .map(offer -> offer(offer, reader))
                        .toList();
    }

    /** Takes an add-on beside an active service. */
    public SubscriptionRow order(UUID service, AddOnWish wish) {
        new Validation().require("tariffId", wish.tariffId()).done();
        LocalDate today = clock.today();
        LocalDate from = wish.from();
        LocalDate on = from == null ? today : from;
        recorder().lock(service, Callers.current().requireCustomer());
        SubscriptionRow main = own(service);
        if (on.isBefore(today) || on.isAfter(today.plusDays(LATEST))) {
            throw BusinessException.invalid("from", Text.of("subscription.addon.days", today, today.plusDays(LATEST)));
        }
        refuse(main.addonOf() != null, "addon");
        refuse(main.status() != SubscriptionStatus.ACTIVE, "not-active");
        refuse(taken(service).contains(wish.tariffId()), "taken");
        refuse(offers().hasOverdue(main.customerId()), "debt");
        refuse(
                offers().one(main.customerId(), wish.tariffId(), true, on)
                        .filter(Offer::selfService)
                        .isEmpty(),
                "offer");
        UUID made = new Starter(entities, database, clock, outbox)
                .start(new NewSubscription(main.customerId(), main.contractId(), wish.tariffId(), on, null, service));
        return own(made);
    }

    /** Ends an add-on today or with its period; one that has not begun never does. */
    public SubscriptionRow end(UUID id, EndWish wish) {
        new Validation().require("when", wish.when()).done();
        Subscription addon = recorder().lock(id, Callers.current().requireCustomer());
        SubscriptionRow row = own(id);
        refuse(row.addonOf() == null, "no-addon");
        LocalDate today = clock.today();
        LocalDate on = wish.when() == ChangeWhen.NOW ? today : new NextPeriod(database).after(id, today);
        recorder().cancelWithAddons(addon, on.isBefore(row.startedOn()) ? row.startedOn() : on, Ids.next());
        return own(id);
    }

    /** Withdraws the end that the customer has asked for, before its day. Also {@code invalid-state}. */
    public SubscriptionRow keep(UUID id) {
        Subscription addon = recorder().lock(id, Callers.current().requireCustomer());
        SubscriptionRow row = own(id);
        PlannedChange end = row.planned().stream()
                .filter(planned -> planned.kind() == EventKind.CANCEL && planned.own() && row.addonOf() != null)
                .findFirst()
                .orElseThrow(() ->
                        new BusinessException(ProblemType.INVALID_STATE, Text.of("subscription.withdraw.nothing")));
        recorder().withdraw(addon, end.id());
        return own(id);
    }

    private static void refuse(boolean stands, String key) {
        if (stands) {
            throw new BusinessException(ProblemType.NOT_ALLOWED, Text.of("subscription.addon." + key));
        }
    }

    private Set<UUID> taken(UUID service) {
        return lists().ofCustomer(Callers.current().requireCustomer()).stream()
                .filter(row -> service.equals(row.addonOf()) && row.status() != SubscriptionStatus.CANCELLED)
                .map(SubscriptionRow::tariffId)
                .collect(Collectors.toSet());
    }

    private SubscriptionRow own(UUID id) {
        UUID customer = Callers.current().requireCustomer();
        return lists().one(id)
                .filter(row -> row.customerId().equals(customer))
                .orElseThrow(BusinessException::notFound);
    }

    private static AddOnOffer offer(Offer offer, Locale reader) {
        return new AddOnOffer(
                offer.tariff(),
                offer.code(),
                reader.getLanguage().equals("en") ? offer.nameEn() : offer.nameRu(),
                offer.price(),
                offer.currency(),
                offer.period());
    }

    private SubscriptionLists lists() {
        return new SubscriptionLists(database, clock.today());
    }

    private OfferRows offers() {
        return new OfferRows(database);
    }

    private Recorder recorder() {
        return new Recorder(entities, database, clock, outbox);
    }
}
