package uplink.connection.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.connection.control.ApplicationEvents;
import uplink.connection.control.ApplicationRows;
import uplink.connection.control.Connected;
import uplink.connection.control.Connecting;
import uplink.connection.control.CrewRows;
import uplink.connection.control.OrderLists;
import uplink.connection.control.OrderRows;
import uplink.connection.control.Pictures;
import uplink.customer.boundary.Consents;
import uplink.customer.boundary.Contracts;
import uplink.customer.boundary.Customers;
import uplink.inventory.boundary.DeviceQuery;
import uplink.inventory.boundary.DeviceRow;
import uplink.inventory.boundary.DeviceSearch;
import uplink.inventory.boundary.DeviceState;
import uplink.inventory.boundary.Devices;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Outbox;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/**
 * Visits are made. Technicians see those of their own crew; who may read applications, too, sees all. Refusals of all changes:
 * {@code not-found}, also for another crew's; {@code validation}; {@code invalid-state} when the visit is over.
 */
@Stateless
@Allowed(Permission.WORKORDER_WORK)
public class WorkOrders {

    private static final int MOST_PHOTOS = 10;
    private static final int MOST_DAYS = 62;
    private static final int MOST_THINGS = 30;
    private static final int LONGEST_WORDS = 1000;
    private static final BigDecimal MOST_OF_IT = new BigDecimal("99999999");

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private Customers customers;

    @Inject
    private Contracts contracts;

    @Inject
    private Consents consents;

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private Devices devices;

    @Inject
    private DeviceSearch search;

    /**
     * Those that are appointed or were made, by day and hour.
     *
     * @param from null: today
     * @param to null: six days after that; at most 62 days. Refusals: {@code validation}
     */
    public List<WorkOrderRow> list(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate first = from == null ? clock.today() : from;
        LocalDate last = to == null ? first.plusDays(6) : to;
        new Validation()
                .check(
                        !last.isBefore(first) && last.isBefore(first.plusDays(MOST_DAYS)),
                        "to",
                        Text.of("connection.shift.days", MOST_DAYS))
                .done();
        if (seesAll()) {
            return lists().between(first, last, null);
        }
        return ownCrew().map(crew -> lists().between(first, last, crew)).orElse(List.of());
    }

    /** Refusals: {@code not-found}. */
    public WorkOrder get(UUID id) {
        if (seesAll()) {
            return lists().one(id, null).orElseThrow(BusinessException::notFound);
        }
        return ownCrew().flatMap(crew -> lists().one(id, crew)).orElseThrow(BusinessException::notFound);
    }

    /** Refusals: {@code not-found}, also when it is erased. */
    public PictureContent findPicture(UUID id, UUID picture) {
        get(id);
        return lists().picture(id, picture).orElseThrow(BusinessException::notFound);
    }

    /** The devices that the crew of a visit has with it. Refusals: {@code not-found}. */
    public List<DeviceRow> listDevices(UUID id) {
        List<DeviceRow> all = new ArrayList<>();
        for (UUID member : lists().members(get(id).facts().visit().crewId())) {
            all.addAll(search.list(DeviceQuery.newest(null, DeviceState.CREW, null, null, member)));
        }
        return all;
    }

    /** Something was looked at, or was not after all. */
    public WorkOrder check(UUID id, int no, boolean done) {
        hold(id);
        if (!rows().check(id, no, done, Callers.current().userId(), clock.instant())) {
            throw BusinessException.notFound();
        }
        return get(id);
    }

    /** A photo, JPEG or PNG by what is in it, at most 5 MiB; at most ten of a visit. */
    public WorkOrder addPhoto(UUID id, byte[] content) {
        PictureContent picture = checked(content, Pictures.LARGEST);
        WorkOrder order = hold(id);
        long photos = order.pictures().stream()
                .filter(one -> one.kind() == PictureKind.PHOTO)
                .count();
        new Validation()
                .check(photos < MOST_PHOTOS, "file", Text.of("connection.photo.many", MOST_PHOTOS))
                .done();
        rows().addPicture(id, PictureKind.PHOTO, picture, Callers.current().userId(), clock.instant());
        return get(id);
    }

    /** A photo was a mistake. */
    public WorkOrder removePicture(UUID id, UUID picture) {
        hold(id);
        if (!rows().removePicture(id, picture)) {
            throw BusinessException.notFound();
        }
        return get(id);
    }

    /** The applicant signs the contract, in place of a signature before; at most 200 KiB. */
    public WorkOrder sign(UUID id, byte[] content) {
        PictureContent picture = checked(content, Pictures.LARGEST_SIGNATURE);
        hold(id);
        rows().removeSignature(id);
        rows().addPicture(id, PictureKind.SIGNATURE, picture, Callers.current().userId(), clock.instant());
        return get(id);
    }

    /**
     * The applicant is connected: customer, contract, service from today on and devices, all in one transaction, and {@code
     * customer.application.installed} is announced. The next bill run bills the service from today on. Refusals: also {@code
     * not-allowed} while something required was not looked at, the contract is not signed or no tariff is agreed on; those
     * of contracts, subscriptions and devices.
     */
    public WorkOrder complete(UUID id, @Nullable Integer version, Completion told) {
        WorkOrder order = hold(id);
        if (version != null && version != order.facts().version()) {
            throw BusinessException.stale();
        }
        Completion done = checked(order, told);
        UUID tariff = done.tariffId() == null ? order.facts().tariffId() : done.tariffId();
        refuseUnready(order, tariff);
        Application application =
                applications().one(order.facts().applicationId()).orElseThrow();
        Connected who = connecting()
                .connect(
                        application,
                        done,
                        Objects.requireNonNull(tariff),
                        clock.today(),
                        applications().consentedOn(application.id()).orElse(null));
        rows().use(id, done.materials());
        rows().hand(id, done.devices());
        rows().done(id, done.note(), Callers.current().userId(), clock.instant());
        applications().serve(application.id(), who, Objects.requireNonNull(tariff));
        applications()
                .move(
                        application.id(),
                        ApplicationStatus.INSTALLED,
                        done.note(),
                        false,
                        Callers.current().userId(),
                        clock.instant());
        announce(application, who);
        return get(id);
    }

    private void announce(Application application, Connected who) {
        new ApplicationEvents(outbox, clock.instant())
                .moved(
                        ApplicationEvents.INSTALLED,
                        application,
                        Map.of(
                                "customerId", who.customer().toString(),
                                "contractId", who.contract().toString(),
                                "contractNumber", who.contractNumber(),
                                "subscriptionId", who.subscription().toString()));
    }

    private static void refuseUnready(WorkOrder order, @Nullable UUID tariff) {
        String why = null;
        if (!order.checked()) {
            why = "connection.order.unchecked";
        } else if (!order.signed()) {
            why = "connection.order.unsigned";
        } else if (tariff == null) {
            why = "connection.order.no-tariff";
        }
        if (why != null) {
            throw new BusinessException(ProblemType.NOT_ALLOWED, Text.of(why));
        }
    }

    private Completion checked(WorkOrder order, Completion told) {
        Validation validation = new Validation();
        List<WorkOrder.Material> materials = new ArrayList<>();
        validation.check(
                told.materials().size() <= MOST_THINGS && told.devices().size() <= MOST_THINGS,
                "materials",
                Text.of("connection.order.many", MOST_THINGS));
        for (int i = 0; i < told.materials().size(); i++) {
            WorkOrder.Material one = told.materials().get(i);
            String path = "materials[" + i + "].";
            BigDecimal quantity = one.quantity();
            validation.check(
                    quantity != null
                            && quantity.signum() > 0
                            && quantity.stripTrailingZeros().scale() <= 2
                            && quantity.compareTo(MOST_OF_IT) <= 0,
                    path + "quantity",
                    Text.of("connection.material.quantity"));
            materials.add(new WorkOrder.Material(
                    validation.words(path + "name", one.name(), 100),
                    quantity == null ? BigDecimal.ONE : quantity,
                    validation.text(path + "unit", one.unit(), 20)));
        }
        checkDevices(order, told, validation);
        Completion done = new Completion(
                validation.optional("fullName", told.fullName(), 200),
                told.kind(),
                told.tariffId(),
                told.devices(),
                materials,
                validation.optionalWords("note", told.note(), LONGEST_WORDS));
        validation.done();
        return done;
    }

    /** Each is with somebody of the crew. */
    private void checkDevices(WorkOrder order, Completion told, Validation validation) {
        List<UUID> members = lists().members(order.facts().visit().crewId());
        for (int i = 0; i < told.devices().size(); i++) {
            Completion.Handed device = told.devices().get(i);
            boolean here = search.listAll(List.of(device.deviceId())).stream()
                    .anyMatch(row -> row.place().crewId() != null
                            && members.contains(row.place().crewId()));
            validation
                    .check(here, "devices[" + i + "].deviceId", Text.of("connection.order.device"))
                    .require("devices[" + i + "].terms", device.terms());
        }
    }

    private static PictureContent checked(byte[] content, int largest) {
        Validation validation = new Validation();
        boolean fits = content.length > 0 && content.length <= largest;
        validation
                .check(fits, "file", Text.of("connection.photo.large", largest / 1024))
                .done();
        Optional<String> type = Pictures.typeOf(content);
        validation
                .check(type.isPresent(), "file", Text.of("connection.photo.type"))
                .done();
        return new PictureContent(type.orElseThrow(), content);
    }

    /** The customer, the application, then the visit (ADR 25); {@code invalid-state} unless it is still to be made. */
    private WorkOrder hold(UUID id) {
        get(id);
        UUID application = rows().applicationOf(id).orElseThrow(BusinessException::notFound);
        applications().customerOf(application).ifPresent(applications()::hold);
        applications().lock(application);
        rows().lock(id);
        WorkOrder order = get(id);
        if (order.facts().status() != WorkOrderStatus.OPEN) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("connection.order.over"));
        }
        return order;
    }

    private static boolean seesAll() {
        return Callers.current().may(Permission.APPLICATION_READ);
    }

    private Optional<UUID> ownCrew() {
        return new CrewRows(Sql.in(database)).ofMember(Callers.current().userId());
    }

    private Connecting connecting() {
        return new Connecting(customers, contracts, consents, subscriptions, devices);
    }

    private ApplicationRows applications() {
        return new ApplicationRows(Sql.in(database), clock.today(), clock.getZone());
    }

    private OrderLists lists() {
        return new OrderLists(Sql.in(database), clock.today());
    }

    private OrderRows rows() {
        return new OrderRows(Sql.in(database));
    }
}
