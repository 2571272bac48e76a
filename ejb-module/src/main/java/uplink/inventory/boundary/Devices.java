package uplink.inventory.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.inventory.control.DeviceMoney;
import uplink.inventory.control.DeviceRows;
import uplink.inventory.control.Held;
import uplink.inventory.control.ModelRows;
import uplink.inventory.control.Serials;
import uplink.inventory.control.Target;
import uplink.inventory.control.WarehouseRows;
import uplink.shared.Allowed;
import uplink.shared.AllowedGuard;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Event;
import uplink.shared.Outbox;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Text;
import uplink.shared.Validation;

/**
 * Devices move: from the warehouse to crews and customers, and back. Every move is one transaction that holds the device
 * and adds to its history. Refusals of all moves: {@code not-found}; {@code validation}; {@code stale} when the device has
 * moved since the version that was seen; {@code device-not-available} when it is not where it would have to be.
 */
@Stateless
@Allowed(Permission.DEVICE_WRITE)
public class Devices {

    private static final int AT_ONCE = 200;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_DOCUMENT = 100;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private DeviceSearch search;

    /** Takes new devices into a warehouse, all or none. Refusals: {@code conflict} when a serial or MAC is known. */
    public List<DeviceRow> receive(Delivery delivery) {
        Validation validation = new Validation();
        int count = delivery.devices().size();
        validation
                .check(count >= 1 && count <= AT_ONCE, "devices", Text.of("inventory.delivery.size", AT_ONCE))
                .done();
        DeviceNote why = note(validation, new DeviceNote(null, delivery.document()), false);
        List<NewDevice> labels = Serials.checked(delivery.devices(), validation);
        checkWarehouse(validation, delivery.warehouseId());
        checkModel(validation, delivery.modelId());
        validation.done();
        List<UUID> made = rows().receive(delivery.modelId(), delivery.warehouseId(), labels, why.document());
        if (made.size() < count) {
            throw known(labels, made);
        }
        return search.listAll(made);
    }

    private BusinessException known(List<NewDevice> labels, List<UUID> made) {
        Validation known = Serials.known(labels, rows().known(labels, made));
        return new BusinessException(
                ProblemType.CONFLICT, Text.of("inventory.devices.known"), known.errors(), Map.of());
    }

    /** Corrects what was read from the label. Refusals: {@code conflict} when another device has that serial or MAC. */
    public DeviceRow relabel(UUID id, @Nullable Integer version, NewDevice label) {
        Validation validation = new Validation();
        NewDevice read = Serials.checked("", label, validation);
        validation.done();
        hold(id, version);
        if (!rows().relabel(id, read)) {
            throw new BusinessException(ProblemType.CONFLICT, Text.of("inventory.device.known"));
        }
        return search.get(id);
    }

    /** A crew takes a device along from a warehouse. */
    public DeviceRow handOut(UUID id, @Nullable Integer version, HandOut wish) {
        Validation validation = new Validation();
        DeviceNote why = note(validation, new DeviceNote(wish.reason(), wish.document()), false);
        UUID crew = wish.crewId();
        validation
                .require("crewId", crew)
                .check(crew == null || rows().isCrew(crew), "crewId", Text.of("inventory.crew.unknown"))
                .done();
        Held device = hold(id, version);
        device.require(DeviceState.STOCK);
        return move(device, Target.crew(crew), why);
    }

    /**
     * A customer gets a device from a warehouse or a crew, on loan, for rent or for good; what that costs is charged by the
     * next bill run. Refusals: also {@code not-allowed} when the model is not sold or let or there is no service to charge;
     * {@code invalid-state} for a closed customer; {@code forbidden} for a price of one's own without the permission to
     * change customers.
     */
    public DeviceRow issue(UUID id, @Nullable Integer version, DeviceIssue wish) {
        Validation validation = new Validation();
        DeviceNote why = note(validation, new DeviceNote(wish.reason(), wish.document()), false);
        validation.require("customerId", wish.customerId()).require("terms", wish.terms());
        validation
                .check(
                        wish.price() == null || wish.terms() != DeviceTerms.LOAN,
                        "price",
                        Text.of("inventory.loan.free"))
                .done();
        if (wish.price() != null) {
            AllowedGuard.check(Callers.current(), Permission.CUSTOMER_WRITE);
        }
        DeviceRows.Holder customer = rows().hold(wish.customerId())
                .orElseThrow(() -> BusinessException.invalid("customerId", Text.of("inventory.customer.unknown")));
        if (!customer.active()) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("inventory.customer.closed"));
        }
        Held device = seen(rows().lock(id).orElseThrow(BusinessException::notFound), version);
        device.require(DeviceState.STOCK, DeviceState.CREW);
        DeviceModel model = models().one(device.model()).orElseThrow();
        return move(device, money().charge(wish, model, device.serial(), customer.currency()), why);
    }

    /** A device comes into a warehouse, from wherever it was; a rent ends today. */
    public DeviceRow store(UUID id, @Nullable Integer version, Storing wish) {
        Validation validation = new Validation();
        DeviceNote why = note(validation, new DeviceNote(wish.reason(), wish.document()), false);
        checkWarehouse(validation, wish.warehouseId());
        validation.done();
        Held device = hold(id, version);
        if (wish.warehouseId().equals(device.warehouse())) {
            throw device.unavailable();
        }
        return moveBack(device, Target.stock(wish.warehouseId()), why);
    }

    /** A device goes to be repaired; a rent ends today. */
    public DeviceRow repair(UUID id, @Nullable Integer version, DeviceNote wish) {
        Validation validation = new Validation();
        DeviceNote why = note(validation, wish, false);
        validation.done();
        Held device = hold(id, version);
        device.require(DeviceState.STOCK, DeviceState.CREW, DeviceState.CUSTOMER);
        return moveBack(device, Target.repair(), why);
    }

    /** A device is lost or broken for good; the reason must be told. A rent ends today. */
    public DeviceRow writeOff(UUID id, @Nullable Integer version, DeviceNote wish) {
        Validation validation = new Validation();
        DeviceNote why = note(validation, wish, true);
        validation.done();
        Held device = hold(id, version);
        device.require(DeviceState.STOCK, DeviceState.CREW, DeviceState.CUSTOMER, DeviceState.REPAIR);
        return moveBack(device, Target.writtenOff(), why);
    }

    private DeviceRow moveBack(Held device, Target to, DeviceNote why) {
        money().endRent(device.rent());
        return move(device, to, why);
    }

    private DeviceRow move(Held device, Target to, DeviceNote why) {
        rows().move(device, to, why);
        announce("inventory.device.returned", device, device.customer());
        announce("inventory.device.issued", device, to.customer());
        return search.get(device.id());
    }

    private void announce(String type, Held device, @Nullable UUID customer) {
        if (customer != null) {
            outbox.announce(Event.of(
                    type,
                    "/inventory",
                    device.id(),
                    Map.of("deviceId", device.id(), "customerId", customer),
                    clock.instant()));
        }
    }

    /** The customer first, then the device (ADR 25); whoever was faster is noticed. */
    private Held hold(UUID id, @Nullable Integer version) {
        UUID customer = rows().customerOf(id).orElse(null);
        if (customer != null) {
            rows().hold(customer);
        }
        Held device = rows().lock(id).orElseThrow(BusinessException::notFound);
        return seen(device, Objects.equals(customer, device.customer()) ? version : Integer.valueOf(-1));
    }

    private static Held seen(Held device, @Nullable Integer version) {
        if (version != null && version != device.version()) {
            throw BusinessException.stale();
        }
        return device;
    }

    private static DeviceNote note(Validation validation, DeviceNote wish, boolean reasoned) {
        String reason = reasoned
                ? validation.words("reason", wish.reason(), LONGEST_REASON)
                : validation.optionalWords("reason", wish.reason(), LONGEST_REASON);
        return new DeviceNote(reason, validation.optionalWords("document", wish.document(), LONGEST_DOCUMENT));
    }

    private void checkWarehouse(Validation validation, @Nullable UUID id) {
        boolean open = id != null && new WarehouseRows(database).isOpen(id);
        validation.check(open, "warehouseId", Text.of("inventory.warehouse.unknown"));
    }

    private void checkModel(Validation validation, @Nullable UUID id) {
        boolean known =
                id != null && models().one(id).filter(DeviceModel::active).isPresent();
        validation.check(known, "modelId", Text.of("inventory.model.unknown"));
    }

    private DeviceRows rows() {
        return new DeviceRows(database, Callers.current().userId(), clock.instant());
    }

    private ModelRows models() {
        return new ModelRows(database, clock.today());
    }

    private DeviceMoney money() {
        return new DeviceMoney(subscriptions, clock.today());
    }
}
