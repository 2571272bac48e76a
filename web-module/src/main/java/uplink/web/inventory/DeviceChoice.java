package uplink.web.inventory;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.TariffQuery;
import uplink.catalog.boundary.TariffRow;
import uplink.catalog.boundary.Tariffs;
import uplink.inventory.boundary.CrewMember;
import uplink.inventory.boundary.DeviceKind;
import uplink.inventory.boundary.DeviceModel;
import uplink.inventory.boundary.DeviceModels;
import uplink.inventory.boundary.DeviceSearch;
import uplink.inventory.boundary.DeviceState;
import uplink.inventory.boundary.DeviceTerms;
import uplink.inventory.boundary.Warehouse;
import uplink.inventory.boundary.Warehouses;

/** Models, warehouses and crews, for lists and drop-down lists. */
@Named
@RequestScoped
public class DeviceChoice {

    private static final int MOST = 100;

    @Inject
    private DeviceModels deviceModels;

    @Inject
    private Warehouses warehouses;

    @Inject
    private DeviceSearch search;

    @Inject
    private Tariffs tariffs;

    private @Nullable List<DeviceModel> models;
    private @Nullable List<DeviceModel> counted;
    private @Nullable List<Warehouse> places;
    private @Nullable List<CrewMember> crew;

    public List<DeviceModel> getModels() {
        if (models == null) {
            models = deviceModels.list();
        }
        return models;
    }

    /** All, each with how many devices there are. */
    public List<DeviceModel> getCountedModels() {
        if (counted == null) {
            counted = deviceModels.listCounted();
        }
        return counted;
    }

    /** Those that are still bought. */
    public List<DeviceModel> getCurrentModels() {
        return getModels().stream().filter(DeviceModel::active).toList();
    }

    public List<Warehouse> getWarehouses() {
        if (places == null) {
            places = warehouses.list();
        }
        return places;
    }

    /** Those that something can be put into. */
    public List<Warehouse> getOpenWarehouses() {
        return getWarehouses().stream().filter(Warehouse::active).toList();
    }

    public List<CrewMember> getCrew() {
        if (crew == null) {
            crew = search.listCrew();
        }
        return crew;
    }

    /** What can be a rent: the add-ons, by name. */
    public List<TariffRow> getRents() {
        return tariffs.list(new TariffQuery(null, null, null, true, TariffQuery.Sort.NAME, true, 0, MOST));
    }

    public DeviceKind[] getKinds() {
        return DeviceKind.values();
    }

    public DeviceState[] getStates() {
        return DeviceState.values();
    }

    public DeviceTerms[] getTerms() {
        return DeviceTerms.values();
    }
}
