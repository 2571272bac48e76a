package uplink.web.inventory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.inventory.boundary.DeviceQuery;
import uplink.inventory.boundary.DeviceRow;
import uplink.inventory.boundary.DeviceSearch;
import uplink.inventory.boundary.Devices;
import uplink.shared.BusinessException;
import uplink.shared.Text;
import uplink.web.shell.Go;

/** What a customer has: issued by scanning it, taken back by choosing it. */
@Named
@RequestScoped
public class CustomerDevices {

    @Inject
    private Devices devices;

    @Inject
    private DeviceSearch search;

    private final MoveFields move = new MoveFields();
    private @Nullable String label;
    private @Nullable UUID device;
    private @Nullable List<DeviceRow> rows;

    public List<DeviceRow> rows(UUID customer) {
        if (rows == null) {
            rows = search.ofCustomer(customer);
        }
        return rows;
    }

    public void issue(UUID customer) {
        DeviceRow found = found();
        devices.issue(found.id(), found.version(), move.issue(customer));
        Go.to(page(customer), "device.issued");
    }

    public void takeBack(UUID customer) {
        DeviceRow back = rows(customer).stream()
                .filter(row -> row.id().equals(device))
                .findFirst()
                .orElseThrow(BusinessException::notFound);
        devices.store(back.id(), back.version(), move.storing());
        Go.to(page(customer), "device.stored");
    }

    /** The only one whose serial or MAC has what was scanned. */
    private DeviceRow found() {
        String scanned = Go.given(label);
        List<DeviceRow> some =
                search.list(new DeviceQuery(scanned, null, null, null, null, DeviceQuery.Sort.SERIAL, true, 0, 2));
        if (some.size() != 1) {
            String why = some.isEmpty() ? "inventory.label.unknown" : "inventory.label.several";
            throw BusinessException.invalid("label", Text.of(why));
        }
        return some.get(0);
    }

    private static String page(UUID customer) {
        return "/customer?id=" + customer + "&tab=devices";
    }

    public MoveFields getMove() {
        return move;
    }

    public @Nullable String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String label) {
        this.label = label;
    }

    public @Nullable UUID getDevice() {
        return device;
    }

    public void setDevice(@Nullable UUID device) {
        this.device = device;
    }
}
