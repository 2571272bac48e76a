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

    private static final int SHOWN = 5;

    @Inject
    private Devices devices;

    @Inject
    private DeviceSearch search;

    private final MoveFields move = new MoveFields();
    private @Nullable String label;
    private @Nullable UUID device;
    private @Nullable List<DeviceRow> rows;
    private List<DeviceRow> similar = List.of();

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

    /** The one whose serial or MAC was scanned. Those that only have it in theirs are shown, and never taken for it. */
    private DeviceRow found() {
        String scanned = Go.given(label);
        List<DeviceRow> labelled = search.listLabelled(scanned);
        if (labelled.size() == 1) {
            return labelled.get(0);
        }
        if (!labelled.isEmpty()) {
            throw BusinessException.invalid("label", Text.of("inventory.label.several"));
        }
        similar =
                search.list(new DeviceQuery(scanned, null, null, null, null, DeviceQuery.Sort.SERIAL, true, 0, SHOWN));
        String why = similar.isEmpty() ? "inventory.label.unknown" : "inventory.label.similar";
        throw BusinessException.invalid("label", Text.of(why));
    }

    private static String page(UUID customer) {
        return "/customer?id=" + customer + "&tab=devices";
    }

    /** What may have been meant by a label that no device has. */
    public List<DeviceRow> getSimilar() {
        return similar;
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
