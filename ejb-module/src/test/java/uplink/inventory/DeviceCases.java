package uplink.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import uplink.inventory.boundary.Delivery;
import uplink.inventory.boundary.DeviceIssue;
import uplink.inventory.boundary.DeviceModel;
import uplink.inventory.boundary.DeviceQuery;
import uplink.inventory.boundary.DeviceRow;
import uplink.inventory.boundary.DeviceTerms;
import uplink.inventory.boundary.NewDevice;
import uplink.inventory.boundary.Warehouse;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.testing.Desk;

/** A store with one warehouse, one model, and somebody to have a device. */
abstract class DeviceCases {

    final Desk desk = new Desk(Store.TODAY);
    final Store store = new Store(desk);
    final Warehouse warehouse = store.warehouse();
    final DeviceModel model = store.model("4990.00", null);
    final UUID customer = desk.customer("Владельцев", 1).id();

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    List<DeviceRow> receive(NewDevice... labels) {
        return desk.boundaries.call(() -> store.devices.receive(delivery(labels)));
    }

    Delivery delivery(NewDevice... labels) {
        return new Delivery(model.id(), warehouse.id(), List.of(labels), null);
    }

    DeviceQuery query(String text) {
        return new DeviceQuery(text, null, model.id(), null, null, DeviceQuery.Sort.SERIAL, true, 0, 50);
    }

    static DeviceIssue loan(UUID to) {
        return new DeviceIssue(to, DeviceTerms.LOAN, null, null, null, null);
    }

    void call(Runnable work) {
        desk.boundaries.run(work);
    }

    void refuses(ProblemType type, Runnable work) {
        refused(type, () -> call(work));
    }

    BusinessException refused(ProblemType type, Runnable work) {
        BusinessException refusal = assertThrows(BusinessException.class, work::run);
        assertEquals(type, refusal.type());
        return refusal;
    }
}
