package uplink.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.address.boundary.HouseJob;
import uplink.address.boundary.Houses;
import uplink.address.boundary.Place;
import uplink.address.boundary.PlaceMerge;
import uplink.customer.boundary.ContractChange;
import uplink.customer.boundary.ContractDetail;
import uplink.customer.boundary.NewAddress;
import uplink.shared.BusinessException;
import uplink.shared.Doing;
import uplink.shared.Ids;
import uplink.shared.ProblemType;
import uplink.testing.Desk;

/** Customers' addresses are in houses of the tree. */
class HousesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    private final Desk desk = new Desk(TODAY);
    private final Tree tree = new Tree(desk.boundaries);
    private final Houses houses = desk.boundaries.get(Houses.class);
    private final UUID contract = desk.customer("Домов", 1).contracts().get(0).id();

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    private ContractDetail live(String street, String house, UUID place) {
        NewAddress address = new NewAddress(null, tree.word, street, house, "45", null, null, null, place);
        return desk.boundaries.call(
                () -> desk.contracts.change(contract, null, new ContractChange(null, null, address)));
    }

    private UUID now() {
        return desk.boundaries
                .call(() -> desk.contracts.get(contract))
                .address()
                .placeId();
    }

    @Test
    void anAddressFindsItsHouseWhenExactlyOneFits() {
        Place house = tree.house(tree.street("ул. Мира"), "12 к. 1");
        assertEquals(house.id(), live("Мира", "12К1", null).address().placeId());
        assertNull(live("Мира", "13", null).address().placeId(), "a street is no house");
        assertNull(live("пр-т Мира", "12к1", null).address().placeId(), "an avenue is no street");
        tree.house(tree.street("пер. Мира"), "12к1");
        assertNull(live("Мира", "12к1", null).address().placeId(), "two fit");
        assertEquals(house.id(), live("улица Мира", "12к1", null).address().placeId());
    }

    @Test
    void whatSomebodySaysGoesBeforeWhatTheWordsMean() {
        Place meant = tree.house(tree.street("Мира"), "1");
        Place said = tree.house(tree.street("Новая"), "7");
        assertEquals(said.id(), live("Мира", "1", said.id()).address().placeId());
        refused(() -> live("Мира", "1", tree.city.id()));
        refused(() -> live("Мира", "1", Ids.next()));
        UUID address = live("Мира", "1", null).address().id();
        assertEquals(meant.id(), now());
        desk.boundaries.run(() -> houses.place(address, null));
        linkAll();
        assertNull(now(), "nobody looks again");
        desk.boundaries.run(() -> houses.place(address, said.id()));
        assertEquals(said.id(), now());
        BusinessException missing = assertThrows(BusinessException.class, () -> houses.place(Ids.next(), said.id()));
        assertEquals(ProblemType.NOT_FOUND, missing.type());
    }

    @Test
    void whoSaidSoIsInTheTrailAndNobodySaysItOfAnybodyErased() {
        Place said = tree.house(tree.street("Новая"), "7");
        UUID address = live("Неведомая", "1", null).address().id();
        UUID staff = Doing.somebody();
        Doing.as(
                staff,
                Houses.class,
                "place",
                () -> desk.boundaries.call(() -> {
                    houses.place(address, said.id());
                    return true;
                }));
        assertEquals(
                1,
                desk.boundaries
                        .sql()
                        .number(
                                """
                                select count(*) from audit_log where action = 'house.place' and actor_id = ?
                                    and after::text like ?""",
                                staff,
                                "%" + said.id() + "%"));
        UUID nobody = desk.boundaries
                .sql()
                .first(
                        """
                        update customers set erased_at = now(), status = 'closed', full_name = contract_number
                        where id = (select customer_id from contracts where id = ?) returning id""",
                        row -> row.getObject(1, UUID.class),
                        contract)
                .orElseThrow();
        assertThrows(BusinessException.class, () -> houses.place(address, said.id()), nobody.toString());
    }

    private static void refused(org.junit.jupiter.api.function.Executable work) {
        BusinessException refusal = assertThrows(BusinessException.class, work);
        assertEquals("placeId", refusal.errors().get(0).field());
    }

    private void linkAll() {
        desk.boundaries
                .injected(new HouseJob())
                .run(TODAY.atStartOfDay(java.time.ZoneOffset.UTC).toInstant());
    }

    @Test
    void addressesThatCameBeforeTheTreeAreFoundInBulk() {
        live("ул. Маркса Карла", "д. 5 к. 2", null);
        linkAll();
        assertNull(now());
        Place street = tree.street("Карла Маркса");
        Place house = tree.house(street, "5к2");
        tree.house(tree.street("пр-т Карла Маркса"), "7");
        linkAll();
        assertEquals(house.id(), now());
        live("Карла Маркса", "7", null);
        assertEquals("7", tree.places.get(now()).name(), "one house only has that number");
        UUID address = live("Новая", "3", null).address().id();
        Place one = tree.house(tree.street("ул. Новая"), "3");
        Place two = tree.house(tree.street("пер. Новый"), "3");
        linkAll();
        assertEquals(one.id(), now());
        desk.boundaries.run(() -> houses.place(address, two.id()));
        linkAll();
        assertEquals(two.id(), now());
    }

    @Test
    void anAddressFollowsItsHouse() {
        Place from = tree.street("ул. Мира");
        Place into = tree.street("Мира");
        Place twin = tree.house(from, "1");
        Place house = tree.house(into, "1");
        live("ул. Мира", "1", twin.id());
        tree.call(() -> tree.places.merge(from.id(), null, new PlaceMerge(into.id())));
        assertEquals(house.id(), now());
        assertEquals(house.id(), live("Мира", "1", twin.id()).address().placeId(), "known by its old id");
    }
}
