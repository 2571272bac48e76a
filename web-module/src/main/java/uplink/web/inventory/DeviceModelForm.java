package uplink.web.inventory;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.inventory.boundary.DeviceKind;
import uplink.inventory.boundary.DeviceModel;
import uplink.inventory.boundary.DeviceModels;
import uplink.inventory.boundary.NewDeviceModel;
import uplink.web.shell.Go;

/** A model of devices: added and changed. */
@Named
@ViewScoped
public class DeviceModelForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private DeviceModels models;

    private @Nullable String id;
    private @Nullable Integer version;
    private @Nullable String vendor;
    private @Nullable String name;
    private DeviceKind kind = DeviceKind.ROUTER;
    private @Nullable BigDecimal price;
    private @Nullable String currency;
    private String taxClass = "standard";
    private @Nullable UUID rent;
    private boolean active = true;

    public void load() {
        if (!isNew()) {
            DeviceModel model = models.get(Go.id(id));
            version = model.version();
            vendor = model.vendor();
            name = model.name();
            kind = model.kind();
            price = model.price();
            currency = model.currency();
            taxClass = model.taxClass();
            rent = model.rentTariffId();
            active = model.active();
        }
    }

    public void save() {
        NewDeviceModel wanted =
                new NewDeviceModel(Go.given(vendor), Go.given(name), kind, price, currency, taxClass, rent, active);
        if (isNew()) {
            models.create(wanted);
        } else {
            models.replace(Go.id(id), version, wanted);
        }
        Go.to("/device-models", "device-model.saved");
    }

    public boolean isNew() {
        return id == null;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getVendor() {
        return vendor;
    }

    public void setVendor(@Nullable String vendor) {
        this.vendor = vendor;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public DeviceKind getKind() {
        return kind;
    }

    public void setKind(DeviceKind kind) {
        this.kind = kind;
    }

    public @Nullable BigDecimal getPrice() {
        return price;
    }

    public void setPrice(@Nullable BigDecimal price) {
        this.price = price;
    }

    public String getTaxClass() {
        return taxClass;
    }

    public void setTaxClass(String taxClass) {
        this.taxClass = taxClass;
    }

    public @Nullable UUID getRent() {
        return rent;
    }

    public void setRent(@Nullable UUID rent) {
        this.rent = rent;
    }

    public boolean isActive() {
        return active;
    }

    public void setActive(boolean active) {
        this.active = active;
    }
}
