package uplink.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.billing.life.Life;
import uplink.billing.subscription.boundary.HandoverWish;
import uplink.billing.subscription.boundary.Handovers;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.inventory.boundary.DeviceIssue;
import uplink.inventory.boundary.DeviceKind;
import uplink.inventory.boundary.DeviceModel;
import uplink.inventory.boundary.DeviceMove;
import uplink.inventory.boundary.DeviceRow;
import uplink.inventory.boundary.DeviceTerms;
import uplink.inventory.boundary.NewDeviceModel;
import uplink.inventory.boundary.Storing;
import uplink.inventory.boundary.Warehouse;
import uplink.shared.BusinessException;
import uplink.shared.FieldError;
import uplink.shared.Ids;
import uplink.shared.ProblemType;

/** What devices cost reaches the ledger by the bill run, once. */
class DeviceMoneyTest {

    private static final LocalDate BEGINS = LocalDate.of(2027, 11, 1);

    private final Life life = new Life(BEGINS, "600.00");
    private final Store store = new Store(life.desk);
    private final Warehouse warehouse = store.warehouse();

    @AfterEach
    void close() throws Exception {
        life.close();
    }

    @Test
    void aSaleIsChargedOnceByTheNextRunAndStaysSold() {
        life.owes("600.00").pays("600.00").owes("0.00");
        DeviceModel model = store.model("4990.00", null);
        DeviceRow device = store.device(model, warehouse);
        store.issue(device.id(), life.customer, DeviceTerms.SALE);
        life.owes("0.00")
                .until("2027-11-02")
                .owes("4990.00")
                .until("2027-11-05")
                .owes("4990.00");
        DeviceMove sale = store.search.listMoves(device.id()).get(0);
        assertEquals(new BigDecimal("4990.00"), sale.price());
        assertEquals(
                1,
                life.count(
                        """
                        select count(*) from invoices i, jsonb_array_elements(i.items) item
                        where i.customer_id = ? and item::text like '%Keenetic%S/N SN%'"""),
                "the invoice says which one");
        life.does(() -> store.devices.store(device.id(), null, new Storing(warehouse.id(), "возврат", null)));
        life.until("2027-11-06").owes("4990.00");
    }

    @ParameterizedTest
    @CsvSource({"SALE,0.00", "SALE,1.005", "RENT,1.005", "RENT,-1.00"})
    void aPriceThatCannotBeIsToldAsThePrice(DeviceTerms terms, BigDecimal price) {
        DeviceRow device = store.device(store.model("4990.00", store.addon("150.00")), warehouse);
        DeviceIssue wish = new DeviceIssue(life.customer, terms, null, price, null, null);
        BusinessException refusal = assertThrows(
                BusinessException.class, () -> life.does(() -> store.devices.issue(device.id(), null, wish)));
        assertEquals(ProblemType.VALIDATION, refusal.type());
        assertEquals(
                List.of("price"),
                refusal.errors().stream().map(FieldError::field).toList());
    }

    @Test
    void theLongestModelIsSoldWithItsWholeSerial() {
        NewDeviceModel wanted = new NewDeviceModel(
                "V".repeat(100),
                "M" + Ids.next() + "x".repeat(63),
                DeviceKind.OTHER,
                new BigDecimal("100.00"),
                null,
                null,
                null,
                null);
        DeviceModel model = life.does(() -> store.models.create(wanted));
        DeviceRow device = store.device(model, warehouse);
        store.issue(device.id(), life.customer, DeviceTerms.SALE);
        List<String> lines = life.provider.sql.list(
                "select text from subscription_events where subscription_id = ? and kind = 'fee'",
                row -> row.getString(1),
                life.subscription);
        assertEquals(1, lines.size());
        assertEquals(200, lines.get(0).length());
        assertTrue(lines.get(0).endsWith("…, S/N " + device.serial()), lines.get(0));
    }

    @Test
    void aRentIsChargedLikeAnAddOnUntilTheDeviceComesBack() {
        UUID addon = store.addon("150.00");
        DeviceRow device = store.device(store.model(null, addon), warehouse);
        DeviceRow rented = store.issue(device.id(), life.customer, DeviceTerms.RENT);
        assertNotNull(rented.rentId());
        SubscriptionRow rent = life.desk.subscriptions.get(rented.rentId());
        assertEquals(life.subscription, rent.addonOf());
        life.until("2027-11-02").owes("750.00").pays("750.00");
        life.until("2027-11-16");
        DeviceRow back = life.does(
                () -> store.devices.store(device.id(), rented.version(), new Storing(warehouse.id(), null, null)));
        assertNull(back.rentId());
        assertEquals(
                SubscriptionStatus.CANCELLED,
                life.desk.subscriptions.get(rent.id()).status());
        life.until("2027-11-17");
        assertEquals(new BigDecimal("75.00"), life.provider.balance(life.customer), "half of November comes back");
        life.until("2027-12-01").owes("525.00");
    }

    /** Who takes the contract over has no device, so nothing would ever end a rent of theirs. */
    @ParameterizedTest
    @CsvSource({"2027-11-10,before", "2027-11-20,after", ",never"})
    void aRentDoesNotGoToWhoTakesTheContractOver(@Nullable LocalDate back, String when) {
        UUID addon = store.addon("150.00");
        DeviceRow device = store.device(store.model(null, addon), warehouse);
        UUID rent = store.issue(device.id(), life.customer, DeviceTerms.RENT).rentId();
        life.until("2027-11-05").pays("750.00");
        UUID taker = handOver(LocalDate.of(2027, 11, 16));
        if (back != null) {
            life.until(back);
            life.does(() -> store.devices.store(device.id(), null, new Storing(warehouse.id(), null, null)));
        }
        life.until("2027-11-21");
        List<SubscriptionRow> taken = life.desk.subscriptions.ofCustomer(taker);
        assertEquals(1, taken.size(), when);
        assertNotEquals(addon, taken.get(0).tariffId());
        assertEquals(new BigDecimal("-300.00"), life.provider.balance(taker), "half of November, and no rent");
        LocalDate end = life.desk.subscriptions.get(rent).endedOn();
        assertEquals(when.equals("before") ? back : LocalDate.of(2027, 11, 16), end);
        if (back == null) {
            life.does(() -> store.devices.store(device.id(), null, new Storing(warehouse.id(), null, null)));
        }
        DeviceRow anew = store.issue(device.id(), taker, DeviceTerms.RENT);
        assertEquals(
                taken.get(0).id(), life.desk.subscriptions.get(anew.rentId()).addonOf());
    }

    /** Answers who takes the customer's contract over. */
    private UUID handOver(LocalDate on) {
        UUID taker = life.desk.customer("Преемников", 1).id();
        UUID contract = life.desk.subscriptions.get(life.subscription).contractId();
        Handovers handovers = life.boundaries.get(Handovers.class);
        life.does(() -> handovers.handOver(contract, new HandoverWish(on, taker, null, null, "продали квартиру")));
        return taker;
    }

    @Test
    void whatEndedWithItsServiceNeedsNoEndOfItsRent() {
        DeviceRow device = store.device(store.model(null, store.addon("150.00")), warehouse);
        UUID rent = store.issue(device.id(), life.customer, DeviceTerms.RENT).rentId();
        life.until("2027-11-10");
        life.does(() -> life.desk.subscriptions.cancel(life.subscription, life.today()));
        assertEquals(
                SubscriptionStatus.CANCELLED, life.desk.subscriptions.get(rent).status());
        life.until("2027-11-12");
        life.does(() -> store.devices.store(device.id(), null, new Storing(warehouse.id(), null, null)));
        assertEquals(List.of(), store.search.ofCustomer(life.customer));
    }
}
