package uplink.inventory.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.inventory.control.DeviceLists;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Macs;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;

/** Where devices are, and where they have been. With whom is told by name to those only who may read customers. */
@Stateless
@Allowed(Permission.DEVICE_READ)
public class DeviceSearch {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    /** Refusals: {@code not-found}. */
    @Allowed({Permission.DEVICE_READ, Permission.DEVICE_WRITE})
    public DeviceRow get(UUID id) {
        return lists().one(id).orElseThrow(BusinessException::notFound);
    }

    /** Those of these ids, in the order in which they were received. */
    @Allowed({Permission.DEVICE_READ, Permission.DEVICE_WRITE})
    public List<DeviceRow> listAll(List<UUID> ids) {
        return lists().all(ids);
    }

    /** A page for the console: filtered, sorted and cut in the database. */
    public List<DeviceRow> list(DeviceQuery query) {
        return lists().list(query);
    }

    public long count(DeviceQuery query) {
        return lists().count(query);
    }

    /**
     * Those whose serial or MAC is what was read, in whatever spelling, whole: one at most, unless one's serial is another
     * one's MAC.
     */
    public List<DeviceRow> listLabelled(String label) {
        return lists().labelled(
                        List.of(Macs.key(label)),
                        Macs.normalized(label).stream().toList());
    }

    /** A page for the API, newest first. */
    public Page<DeviceRow> page(DeviceQuery query, PageRequest page) {
        return Page.of(lists().page(query, page), page.limit(), row -> row.id().toString());
    }

    /** Where a device has been, the last move first. Refusals: {@code not-found}. */
    public List<DeviceMove> listMoves(UUID id) {
        get(id);
        return lists().moves(id);
    }

    /** What a customer has, the latest first. Refusals: {@code not-found}. */
    @Allowed(Permission.CUSTOMER_READ)
    public List<DeviceRow> ofCustomer(UUID customer) {
        if (!lists().isCustomer(customer)) {
            throw BusinessException.notFound();
        }
        return lists().ofCustomer(customer);
    }

    /** Who takes devices along, by name. */
    public List<CrewMember> listCrew() {
        return lists().crew();
    }

    /** What the customer who asks has, the latest first. */
    @Allowed(Permission.SELF_READ)
    public List<OwnDevice> mine() {
        return lists().own(Callers.current().requireCustomer(), clock.getZone());
    }

    private DeviceLists lists() {
        return new DeviceLists(database, Callers.current());
    }
}
