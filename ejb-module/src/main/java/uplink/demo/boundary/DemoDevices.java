package uplink.demo.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.NewTariff;
import uplink.catalog.boundary.NewTariffVersion;
import uplink.catalog.boundary.TariffKind;
import uplink.catalog.boundary.Tariffs;
import uplink.customer.boundary.CustomerQuery;
import uplink.customer.boundary.CustomerRow;
import uplink.customer.boundary.CustomerStatus;
import uplink.customer.boundary.Customers;
import uplink.inventory.boundary.Delivery;
import uplink.inventory.boundary.DeviceIssue;
import uplink.inventory.boundary.DeviceKind;
import uplink.inventory.boundary.DeviceModels;
import uplink.inventory.boundary.DeviceRow;
import uplink.inventory.boundary.DeviceTerms;
import uplink.inventory.boundary.Devices;
import uplink.inventory.boundary.NewDevice;
import uplink.inventory.boundary.NewDeviceModel;
import uplink.inventory.boundary.NewWarehouse;
import uplink.inventory.boundary.Warehouses;

/** What the demo provider has in store, and whom it has lent routers to. Nobody is charged for that. */
@ApplicationScoped
class DemoDevices {

    private static final int ROUTERS = 30;
    private static final int TERMINALS = 20;
    private static final int LENT = 9;
    private static final LocalDate SINCE = LocalDate.of(2020, 1, 1);

    @Inject
    private Warehouses warehouses;

    @Inject
    private DeviceModels models;

    @Inject
    private Devices devices;

    @Inject
    private Tariffs tariffs;

    @Inject
    private Customers customers;

    /** Done once: whoever has a warehouse has the rest. */
    void stock() {
        if (!warehouses.list().isEmpty()) {
            return;
        }
        UUID rent = tariffs.create(new NewTariff("ROUTER-RENT", TariffKind.OTHER, null, rent(), null, true, false))
                .id();
        UUID router = model("Keenetic", "Giga KN-1012", DeviceKind.ROUTER, "10990.00", rent);
        UUID terminal = model("Eltex", "NTU-RG-5421G", DeviceKind.ONU, "5490.00", null);
        model("Eltex", "NV-711", DeviceKind.SET_TOP_BOX, "3990.00", null);
        UUID store = warehouses
                .create(new NewWarehouse("MAIN", "Центральный склад", true))
                .id();
        List<DeviceRow> routers = receive(router, store, "KN1012", ROUTERS, 0x10);
        receive(terminal, store, "ELTX", TERMINALS, 0x20);
        List<CustomerRow> first = customers.list(new CustomerQuery(
                null, CustomerStatus.ACTIVE, null, false, CustomerQuery.Sort.CONTRACT_NUMBER, true, 0, LENT));
        for (int i = 0; i < first.size(); i++) {
            DeviceIssue loan = new DeviceIssue(first.get(i).id(), DeviceTerms.LOAN, null, null, null, null);
            devices.issue(routers.get(i).id(), null, loan);
        }
    }

    private static NewTariffVersion rent() {
        return new NewTariffVersion(
                SINCE,
                "Аренда роутера",
                "Router for rent",
                null,
                null,
                new BigDecimal("120.00"),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private UUID model(String vendor, String name, DeviceKind kind, String price, @Nullable UUID rent) {
        return models.create(new NewDeviceModel(vendor, name, kind, new BigDecimal(price), null, null, rent, true))
                .id();
    }

    /** Serials one after the other; MACs that no vendor has (locally administered). */
    private List<DeviceRow> receive(UUID model, UUID store, String prefix, int count, int range) {
        List<NewDevice> labels = IntStream.rangeClosed(1, count)
                .mapToObj(i -> new NewDevice(
                        String.format("%s%07d", prefix, i), String.format("02:00:5E:%02X:00:%02X", range, i)))
                .toList();
        return devices.receive(new Delivery(model, store, labels, "ТН-0001"));
    }
}
