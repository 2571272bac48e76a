package uplink.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import uplink.inventory.boundary.Delivery;
import uplink.inventory.boundary.DeviceRow;
import uplink.inventory.boundary.NewDevice;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.testing.Desk;
import uplink.testing.Race;

/** Two who want the same of a device at once: one of them is told so. */
class DeviceRacesTest extends DeviceCases {

    @Test
    void twoOperatorsCannotIssueOneDevice() throws Exception {
        DeviceRow device = store.device(model, warehouse);
        UUID second = desk.customer("Опоздавший", 1).id();
        try (Desk other = new Desk(Store.TODAY)) {
            Store others = new Store(other);
            Future<DeviceRow> late = desk.boundaries.call(() -> {
                store.devices.issue(device.id(), null, loan(customer));
                return Race.meanwhile(
                        () -> other.boundaries.call(() -> others.devices.issue(device.id(), null, loan(second))));
            });
            Throwable refusal =
                    assertThrows(ExecutionException.class, late::get).getCause();
            assertEquals(ProblemType.DEVICE_NOT_AVAILABLE, ((BusinessException) refusal).type());
        }
        assertEquals(customer, store.search.get(device.id()).place().customerId());
        assertEquals(2, store.search.listMoves(device.id()).size());
    }

    @Test
    void twoScannersCannotReceiveOneDevice() throws Exception {
        Delivery delivery = delivery(new NewDevice(Store.serial(), Store.mac()));
        try (Desk other = new Desk(Store.TODAY)) {
            Store others = new Store(other);
            Future<List<DeviceRow>> late = desk.boundaries.call(() -> {
                store.devices.receive(delivery);
                return Race.meanwhile(() -> other.boundaries.call(() -> others.devices.receive(delivery)));
            });
            Throwable refusal =
                    assertThrows(ExecutionException.class, late::get).getCause();
            assertEquals(ProblemType.CONFLICT, ((BusinessException) refusal).type());
        }
        assertEquals(1, store.search.count(query(null)));
    }

    @Test
    void twoLabelsCannotBeCorrectedToOne() throws Exception {
        DeviceRow first = store.device(model, warehouse);
        DeviceRow second = store.device(model, warehouse);
        NewDevice label = new NewDevice(Store.serial(), null);
        try (Desk other = new Desk(Store.TODAY)) {
            Store others = new Store(other);
            Future<DeviceRow> late = desk.boundaries.call(() -> {
                store.devices.relabel(first.id(), null, label);
                return Race.meanwhile(
                        () -> other.boundaries.call(() -> others.devices.relabel(second.id(), null, label)));
            });
            Throwable refusal =
                    assertThrows(ExecutionException.class, late::get).getCause();
            assertEquals(ProblemType.CONFLICT, ((BusinessException) refusal).type());
        }
        assertEquals(label.serial(), store.search.get(first.id()).serial());
        assertEquals(second.serial(), store.search.get(second.id()).serial());
    }
}
