package uplink.inventory.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.inventory.control.ModelRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Money;
import uplink.shared.Permission;
import uplink.shared.Settings;
import uplink.shared.Text;
import uplink.shared.Validation;

/**
 * Which models of devices there are, and what they cost. A change does not touch what was charged already. Prices are the
 * catalogue's: whoever issues devices does so at the prices that others have set.
 */
@Stateless
@Allowed(Permission.DEVICE_READ)
public class DeviceModels {

    private static final int LONGEST = 100;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    /** All of them, by vendor and name, to choose from. */
    public List<DeviceModel> list() {
        return rows().all();
    }

    /** The same, each with how many devices there are. */
    public List<DeviceModel> listCounted() {
        return rows().counted();
    }

    /** Refusals: {@code not-found}. */
    @Allowed({Permission.DEVICE_READ, Permission.CATALOG_WRITE})
    public DeviceModel get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /** Refusals: {@code validation}, {@code conflict} when there is one of that name. */
    @Allowed(Permission.CATALOG_WRITE)
    public DeviceModel create(NewDeviceModel wanted) {
        DeviceModel model = checked(Ids.next(), wanted, 0);
        rows().add(model);
        return get(model.id());
    }

    /** Refusals: {@code not-found}, {@code stale}, {@code validation}, {@code conflict} when there is one of that name. */
    @Allowed(Permission.CATALOG_WRITE)
    public DeviceModel replace(UUID id, @Nullable Integer version, NewDeviceModel wanted) {
        DeviceModel kept = get(id);
        rows().replace(checked(id, wanted, version == null ? kept.version() : version));
        return get(id);
    }

    private DeviceModel checked(UUID id, NewDeviceModel wanted, int version) {
        Validation validation = new Validation();
        String currency = wanted.currency() == null ? Settings.currency() : wanted.currency();
        String taxClass = wanted.taxClass() == null ? "standard" : wanted.taxClass();
        UUID rent = wanted.rentTariffId();
        checkPrice(validation, wanted.price(), currency);
        validation
                .require("kind", wanted.kind())
                .check(rows().isTaxClass(taxClass), "taxClass", Text.of("catalog.tax-class.unknown"))
                .check(rent == null || rows().isAddon(rent), "rentTariffId", Text.of("inventory.model.no-addon"));
        DeviceModel model = new DeviceModel(
                id,
                validation.text("vendor", wanted.vendor(), LONGEST),
                validation.text("name", wanted.name(), LONGEST),
                wanted.kind(),
                wanted.price(),
                currency,
                taxClass,
                rent,
                null,
                wanted.active() == null || wanted.active(),
                null,
                version);
        validation.done();
        return model;
    }

    private static void checkPrice(Validation validation, @Nullable BigDecimal price, String currency) {
        boolean known = Money.isCurrency(currency);
        validation.check(known, "currency", Text.of("catalog.currency.unknown"));
        if (price != null && known) {
            validation
                    .check(price.signum() > 0 && Money.isInRange(price), "price", Text.of("catalog.amount.positive"))
                    .scaled("price", price, currency);
        }
    }

    private ModelRows rows() {
        return new ModelRows(database, clock.today());
    }
}
