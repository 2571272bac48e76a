package uplink.connection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.address.boundary.NewPlace;
import uplink.address.boundary.PlaceKind;
import uplink.address.boundary.Places;
import uplink.billing.subscription.boundary.SubscriptionRow;
import uplink.billing.subscription.boundary.SubscriptionStatus;
import uplink.connection.boundary.Application;
import uplink.connection.boundary.ApplicationStatus;
import uplink.connection.boundary.Completion;
import uplink.connection.boundary.Crew;
import uplink.connection.boundary.Feasible;
import uplink.connection.boundary.RecordedApplication;
import uplink.connection.boundary.WorkOrder;
import uplink.connection.boundary.WorkOrderRow;
import uplink.connection.boundary.WorkOrderStatus;
import uplink.connection.boundary.WorkOrders;
import uplink.customer.boundary.AddressDetail;
import uplink.customer.boundary.Consent;
import uplink.customer.boundary.Consents;
import uplink.customer.boundary.ContractDetail;
import uplink.customer.boundary.CustomerDetail;
import uplink.customer.boundary.NewAddress;
import uplink.inventory.boundary.Delivery;
import uplink.inventory.boundary.DeviceKind;
import uplink.inventory.boundary.DeviceModels;
import uplink.inventory.boundary.DeviceRow;
import uplink.inventory.boundary.DeviceSearch;
import uplink.inventory.boundary.DeviceTerms;
import uplink.inventory.boundary.Devices;
import uplink.inventory.boundary.HandOut;
import uplink.inventory.boundary.NewDevice;
import uplink.inventory.boundary.NewDeviceModel;
import uplink.inventory.boundary.NewWarehouse;
import uplink.inventory.boundary.Warehouses;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.DatabaseException;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.testing.Desk;

/** A crew makes its visit, and the applicant becomes a customer in one go. */
class WorkOrdersTest {

    private final Desk desk = new Desk(Site.TODAY);
    private final Site site = new Site(desk);
    private final WorkOrders orders = desk.boundaries.get(WorkOrders.class);
    private final UUID technician = site.technician();
    private final Crew crew = site.crew(technician);
    private final Caller tech = new Caller(technician, null, "tech", Set.of(Permission.WORKORDER_WORK));

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void anApplicantBecomesACustomer() {
        Application application = site.scheduled(site.shift(2, crew));
        UUID order = application.visit().workOrderId();
        UUID router = deviceWith(technician);
        desk.boundaries.today(Site.TODAY.plusDays(1));
        ready(order);
        WorkOrder done = call(() -> orders.complete(
                order,
                null,
                new Completion(
                        null,
                        null,
                        null,
                        List.of(new Completion.Handed(router, DeviceTerms.LOAN)),
                        List.of(new WorkOrder.Material("Кабель", new BigDecimal("18.50"), "м")),
                        "всё работает")));
        assertEquals(WorkOrderStatus.DONE, done.facts().status());
        assertEquals(DeviceTerms.LOAN, done.devices().get(0).terms());
        assertEquals(0, new BigDecimal("18.5").compareTo(done.materials().get(0).quantity()));
        Application installed = site.applications.get(application.id());
        assertEquals(ApplicationStatus.INSTALLED, installed.status());
        UUID customer = installed.customerId();
        assertNotNull(customer);
        CustomerDetail made = desk.customers.get(customer);
        assertEquals(application.contactName(), made.fullName());
        assertEquals("+79001234567", made.phone());
        ContractDetail contract = made.contracts().get(0);
        assertEquals("Светлогорск, Мира, 12-3", contract.address().line());
        assertEquals(Site.TODAY.plusDays(1), contract.signedOn());
        SubscriptionRow service = desk.subscriptions.ofCustomer(customer).get(0);
        assertEquals(SubscriptionStatus.ACTIVE, service.status());
        assertEquals(Site.TODAY.plusDays(1), service.startedOn());
        assertEquals(application.tariffId(), service.tariffId());
        DeviceRow device = desk.boundaries.get(DeviceSearch.class).get(router);
        assertEquals(customer, device.place().customerId());
        Consent consent =
                desk.boundaries.get(Consents.class).ofCustomer(customer).get(0);
        assertEquals(Site.TODAY, consent.givenOn(), "given with the application");
        assertTrue(desk.boundaries.announced(application.id()).contains("customer.application.installed"));
        assertEquals(contract.number(), site.announcedData(application.id()).get("contractNumber"));
        assertTrue(desk.boundaries.announced(customer).contains("customer.registered"));
    }

    /** The house that was chosen on the telephone is the contract's, whatever the words are. */
    @Test
    void theContractIsInTheHouseThatWasFound() {
        Places places = desk.boundaries.get(Places.class);
        UUID house = null;
        for (NewPlace step : List.of(
                new NewPlace(null, PlaceKind.CITY, null, "Г" + Ids.next()),
                new NewPlace(null, PlaceKind.STREET, null, "Садовая"),
                new NewPlace(null, PlaceKind.HOUSE, null, "5"))) {
            UUID in = house;
            house = desk.boundaries
                    .call(() -> places.add(new NewPlace(in, step.kind(), null, step.name())))
                    .id();
        }
        NewAddress address = new NewAddress(null, "Посёлок", "Садовая", "5", null, "1", "2", "код 12", house);
        Application made = site.applied();
        Application found = desk.boundaries.call(
                () -> site.applications.accept(made.id(), null, new Feasible(address, null, null)));
        UUID order = site.schedule(found, site.shift(1, crew)).visit().workOrderId();
        assertEquals(house, Callers.as(tech, () -> orders.get(order)).facts().placeId());
        ready(order);
        call(() -> orders.complete(order, null, nothing()));
        UUID customer = site.applications.get(made.id()).customerId();
        AddressDetail served = desk.contracts.ofCustomer(customer).get(0).address();
        assertEquals(house, served.placeId());
        assertEquals("код 12", served.note());
    }

    /** That there was a picture is still to be seen; what was in it is gone, and nothing else changes. */
    @Test
    void anErasedPictureIsNotShown() {
        UUID order = site.scheduled(site.shift(1, crew)).visit().workOrderId();
        ready(order);
        call(() -> orders.complete(order, null, nothing()));
        desk.boundaries
                .sql()
                .update("update work_order_files set content = null, erased = true where work_order_id = ?", order);
        WorkOrder left = Callers.as(tech, () -> orders.get(order));
        assertTrue(left.signed());
        WorkOrder.Picture signature = left.pictures().get(0);
        assertTrue(signature.erased());
        assertEquals(0, signature.bytes());
        assertEquals(ProblemType.NOT_FOUND, refusal(() -> orders.findPicture(order, signature.id())));
        for (String change :
                List.of("content = '\\x00', erased = false", "media_type = 'image/jpeg'", "kind = 'photo'")) {
            assertThrows(
                    DatabaseException.class,
                    () -> desk.boundaries
                            .sql()
                            .update("update work_order_files set " + change + " where work_order_id = ?", order),
                    change);
        }
    }

    @Test
    void aCustomerGetsAnotherContract() {
        UUID customer = desk.customer("Абонентов", 1).id();
        UUID tariff = desk.tariff("500.00").id();
        Application asked = desk.boundaries.call(() -> site.applications.record(
                new RecordedApplication(null, customer, null, null, null, "Дача", tariff, null, null, null)));
        UUID order =
                site.schedule(site.accepted(asked), site.shift(1, crew)).visit().workOrderId();
        ready(order);
        call(() -> orders.complete(order, null, nothing()));
        assertEquals(customer, site.applications.get(asked.id()).customerId());
        assertEquals(2, desk.contracts.ofCustomer(customer).size());
        assertEquals(1, desk.subscriptions.ofCustomer(customer).size());
    }

    @Test
    void nothingIsDoneBeforeAllIsReady() {
        Application application = site.scheduled(site.shift(2, crew));
        UUID order = application.visit().workOrderId();
        assertEquals(
                ProblemType.NOT_ALLOWED,
                refusal(() -> orders.complete(order, null, nothing())),
                "nothing was looked at");
        check(order);
        assertEquals(
                ProblemType.NOT_ALLOWED, refusal(() -> orders.complete(order, null, nothing())), "nobody has signed");
        assertThrows(RuntimeException.class, () -> desk.boundaries
                .sql()
                .update("update work_orders set status = 'done', closed_at = now() where id = ?", order));
        call(() -> orders.sign(order, picture("png")));
        Completion foreign = new Completion(
                null,
                null,
                null,
                List.of(new Completion.Handed(deviceWith(site.technician()), DeviceTerms.LOAN)),
                List.of(),
                null);
        BusinessException refused =
                assertThrows(BusinessException.class, () -> call(() -> orders.complete(order, null, foreign)));
        assertEquals("devices[0].deviceId", refused.errors().get(0).field());
        Application kept = site.applications.get(application.id());
        assertEquals(ApplicationStatus.SCHEDULED, kept.status());
        assertNull(kept.customerId(), "all or nothing");
    }

    /** Whatever fails on the way: nobody is half a customer. */
    @Test
    void whatFailsLeavesNothingBehind() {
        Application application = site.scheduled(site.shift(2, crew));
        UUID order = application.visit().workOrderId();
        ready(order);
        UUID unsold = deviceWith(technician);
        long before = desk.boundaries.sql().number("select count(*) from customers");
        assertEquals(
                ProblemType.NOT_ALLOWED,
                refusal(() -> orders.complete(
                        order,
                        null,
                        new Completion(
                                null,
                                null,
                                null,
                                List.of(new Completion.Handed(unsold, DeviceTerms.SALE)),
                                List.of(),
                                null))));
        assertEquals(before, desk.boundaries.sql().number("select count(*) from customers"));
        call(() -> orders.complete(order, null, nothing()));
        assertEquals(ProblemType.INVALID_STATE, refusal(() -> orders.complete(order, null, nothing())));
        assertEquals(ProblemType.INVALID_STATE, refusal(() -> orders.check(order, 1, false)));
        assertEquals(before + 1, desk.boundaries.sql().number("select count(*) from customers"), "once");
        assertThrows(
                DatabaseException.class,
                () -> desk.boundaries.sql().update("delete from work_order_files where work_order_id = ?", order));
    }

    @Test
    void aTechnicianSeesTheOwnCrewsVisitsOnly() {
        UUID mine = site.scheduled(site.shift(1, crew)).visit().workOrderId();
        UUID others = site.scheduled(site.shift(1)).visit().workOrderId();
        LocalDate last = Site.TODAY.plusDays(6);
        assertEquals(
                List.of(mine),
                Callers.as(tech, () -> orders.list(Site.TODAY, last)).stream()
                        .map(WorkOrderRow::id)
                        .toList());
        assertEquals(ProblemType.NOT_FOUND, refusal(() -> orders.get(others)));
        assertEquals(ProblemType.NOT_FOUND, refusal(() -> orders.check(others, 1, true)));
        assertEquals(ProblemType.NOT_FOUND, refusal(() -> orders.sign(others, picture("png"))));
        Caller idle = new Caller(site.technician(), null, "idle", Set.of(Permission.WORKORDER_WORK));
        assertTrue(Callers.as(idle, () -> orders.list(null, null)).isEmpty(), "with no crew there is nothing");
        Caller operator = new Caller(site.technician(), null, "operator", Set.of(Permission.APPLICATION_READ));
        List<UUID> all = Callers.as(operator, () -> orders.list(Site.TODAY, last)).stream()
                .map(WorkOrderRow::id)
                .toList();
        assertTrue(all.containsAll(List.of(mine, others)));
    }

    @Test
    void picturesAreWhatIsInThem() {
        UUID order = site.scheduled(site.shift(1, crew)).visit().workOrderId();
        byte[] jpeg = picture("jpg");
        WorkOrder with = call(() -> orders.addPhoto(order, jpeg));
        assertEquals("image/jpeg", with.pictures().get(0).mediaType());
        UUID photo = with.pictures().get(0).id();
        assertArrayEquals(
                jpeg, Callers.as(tech, () -> orders.findPicture(order, photo)).content());
        for (byte[] wrong : List.of(
                new byte[0],
                "<svg onload=ran()>".getBytes(StandardCharsets.UTF_8),
                Arrays.copyOf(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF}, 20),
                picture("gif"),
                new byte[5 * 1024 * 1024 + 1])) {
            assertEquals(ProblemType.VALIDATION, refusal(() -> orders.addPhoto(order, wrong)));
        }
        for (int i = 1; i < 10; i++) {
            call(() -> orders.addPhoto(order, jpeg));
        }
        assertEquals(ProblemType.VALIDATION, refusal(() -> orders.addPhoto(order, jpeg)), "ten are enough");
        call(() -> orders.removePicture(order, photo));
        assertFalse(call(() -> orders.sign(order, picture("png"))).pictures().isEmpty());
        WorkOrder signedAgain = call(() -> orders.sign(order, picture("png")));
        assertEquals(10, signedAgain.pictures().size(), "nine photos and one signature");
        assertTrue(signedAgain.signed());
        assertEquals(ProblemType.VALIDATION, refusal(() -> orders.sign(order, new byte[200 * 1024 + 1])));
    }

    private static Completion nothing() {
        return new Completion(null, null, null, List.of(), List.of(), null);
    }

    private void ready(UUID order) {
        check(order);
        call(() -> orders.sign(order, picture("png")));
    }

    private void check(UUID order) {
        for (int no = 1; no <= 4; no++) {
            int item = no;
            call(() -> orders.check(order, item, true));
        }
    }

    private <T> T call(Supplier<T> work) {
        return Callers.as(tech, () -> desk.boundaries.call(work));
    }

    private ProblemType refusal(Supplier<?> work) {
        return assertThrows(BusinessException.class, () -> call(work::get)).type();
    }

    /** A model that is not sold. */
    private UUID deviceWith(@Nullable UUID user) {
        UUID model = desk.boundaries
                .call(() -> desk.boundaries
                        .get(DeviceModels.class)
                        .create(new NewDeviceModel(
                                "Keenetic", "M-" + Ids.next(), DeviceKind.ROUTER, null, null, null, null, null)))
                .id();
        UUID store = desk.boundaries
                .call(() -> desk.boundaries
                        .get(Warehouses.class)
                        .create(new NewWarehouse("w-" + Ids.next(), "Склад", null)))
                .id();
        String serial = "SN" + Ids.next().toString().replace("-", "").toUpperCase(java.util.Locale.ROOT);
        Devices devices = desk.boundaries.get(Devices.class);
        UUID device = desk.boundaries
                .call(() -> devices.receive(new Delivery(model, store, List.of(new NewDevice(serial, null)), null)))
                .get(0)
                .id();
        desk.boundaries.call(() -> devices.handOut(device, null, new HandOut(user, null, null)));
        return device;
    }

    private static byte[] picture(String format) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB), format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
