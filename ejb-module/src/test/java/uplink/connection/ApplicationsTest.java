package uplink.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.address.boundary.Coverage;
import uplink.address.boundary.FeasibilityAnswer;
import uplink.address.boundary.NewCoverage;
import uplink.address.boundary.NewPlace;
import uplink.address.boundary.Place;
import uplink.address.boundary.PlaceKind;
import uplink.address.boundary.Places;
import uplink.address.boundary.Technology;
import uplink.connection.boundary.Application;
import uplink.connection.boundary.ApplicationSource;
import uplink.connection.boundary.ApplicationStatus;
import uplink.connection.boundary.ApplicationStep;
import uplink.connection.boundary.Feasible;
import uplink.connection.boundary.NewApplication;
import uplink.customer.boundary.NewAddress;
import uplink.shared.DatabaseException;
import uplink.shared.FieldError;
import uplink.shared.Ids;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.testing.Database;

/** People ask to be connected, and each application takes the one way that there is. */
class ApplicationsTest extends ApplicationCases {

    @Test
    void whatAnApplicantTellsIsKeptAsItWasTold() {
        UUID tariff = desk.tariff("500.00").id();
        String name = "Заявитель " + Ids.next();
        String number = site.apply(new NewApplication(
                " " + name + " ",
                "8 (900) 123-45-67",
                null,
                "Светлогорск, Мира 12, кв. 3",
                tariff,
                "карта 4111 1111 1111 1111",
                true));
        Application kept = site.find(number);
        assertEquals(name, kept.contactName());
        assertEquals("+79001234567", kept.phone());
        assertEquals("Светлогорск, Мира 12, кв. 3", kept.where());
        assertEquals("карта •••• 1111", kept.comment(), "no number of a card is kept");
        assertEquals(ApplicationStatus.NEW, kept.status());
        assertEquals(ApplicationSource.SITE, kept.source());
        assertEquals("Домашний", kept.tariffNameRu());
        assertNull(kept.customerId());
        assertEquals(List.of("customer.application.created"), desk.boundaries.announced(kept.id()));
        Map<String, Object> told = site.announcedData(kept.id());
        assertEquals(Set.of("applicationId", "number", "source", "tariffId"), told.keySet(), "nothing tells who it is");
    }

    @Test
    void withoutConsentARoadOrAnAddressNothingIsKept() {
        List<String> wrong = refused(
                        ProblemType.VALIDATION,
                        () -> site.apply(new NewApplication("", null, "no mail", " ", Ids.next(), null, false)))
                .errors()
                .stream()
                .map(FieldError::field)
                .sorted()
                .toList();
        assertEquals(List.of("address", "consent", "contactName", "email", "tariffId"), wrong);
        assertEquals(
                List.of("phone"),
                refused(
                                ProblemType.VALIDATION,
                                () -> site.apply(new NewApplication("Кто-то", " ", null, "Мира 1", null, null, true)))
                        .errors()
                        .stream()
                        .map(FieldError::field)
                        .toList());
        UUID addon = desk.tariff("10.00").id();
        desk.boundaries.sql().update("update tariffs set is_addon = true where id = ?", addon);
        refused(
                ProblemType.VALIDATION,
                () -> site.apply(new NewApplication("Кто-то", "+79001234567", null, "Мира 1", addon, null, true)));
        DatabaseException unconsented = assertThrows(DatabaseException.class, () -> desk.boundaries
                .sql()
                .update(
                        """
                                insert into applications (id, number, status_at, source, contact_name, phone, address,
                                    created_at, updated_at)
                                values (?, ?, now(), 'site', 'X', '+79001234567', 'Y', now(), now())""",
                        Ids.next(),
                        Ids.next().toString()));
        assertTrue(unconsented.isBrokenConstraint());
    }

    @Test
    void anApplicationGoesItsWayStepByStep() {
        Application made = site.applied();
        Application found = site.accepted(made);
        assertEquals(ApplicationStatus.FEASIBLE, found.status());
        assertEquals("Светлогорск, Мира, 12-3", found.where());
        Application refused = site.refuse(found, "Нет свободных портов", true);
        assertTrue(refused.awaitsCoverage());
        assertEquals("Нет свободных портов", refused.statusNote());
        Application again = desk.boundaries.call(() -> site.applications.reopen(made.id(), null, "порты появились"));
        assertFalse(again.awaitsCoverage());
        assertEquals(
                List.of("new", "feasible", "refused", "new"),
                site.applications.listSteps(made.id()).stream()
                        .map(ApplicationStep::status)
                        .map(ApplicationStatus::code)
                        .toList());
        assertEquals(
                "порты появились", site.applications.listSteps(made.id()).get(3).note());
        assertEquals(
                List.of(
                        "customer.application.created",
                        "customer.application.feasible",
                        "customer.application.refused",
                        "customer.application.reopened"),
                desk.boundaries.announced(made.id()));
    }

    /** What is said of coverage is asked of the tree of places, and of nothing else. */
    @Test
    void theNetworkProposesAndTheHouseIsKept() {
        Place city = place(null, PlaceKind.CITY, "Город" + Ids.next().toString().replaceAll("[^a-z]", ""));
        Place house = place(place(city, PlaceKind.STREET, "ул. Полевая"), PlaceKind.HOUSE, "7");
        Application near = wanted(city.name() + ", Полевая 7, кв. 12");
        assertEquals(FeasibilityAnswer.NO, answer(near), "the house is known, and nothing is there");
        Coverage coverage = desk.boundaries.get(Coverage.class);
        desk.boundaries.call(() -> coverage.set(
                house.id(), null, new NewCoverage(Technology.GPON, 1_000_000, null, Site.TODAY, null, null)));
        assertEquals(FeasibilityAnswer.YES, answer(near));
        assertEquals(FeasibilityAnswer.UNKNOWN, answer(wanted("где-то у реки")));
        assertEquals(FeasibilityAnswer.UNKNOWN, answer(wanted("д".repeat(301))));
        NewAddress words = new NewAddress(null, city.name(), "Полевая", "д. 7", "12", null, null, null);
        assertEquals(house.id(), accepted(near, words).place().placeId(), "the one that the words mean");
        Application elsewhere = wanted("по телефону не расслышали");
        NewAddress chosen = new NewAddress(null, "Город", "улица", "7", null, null, null, null, house.id());
        assertEquals(house.id(), accepted(elsewhere, chosen).place().placeId());
        assertEquals(FeasibilityAnswer.YES, answer(elsewhere), "of the house, whatever was told");
        NewAddress street = new NewAddress(null, "Город", "улица", "7", null, null, null, null, city.id());
        Application third = wanted("Мира 1");
        refused(ProblemType.VALIDATION, () -> accepted(third, street));
    }

    private Application wanted(String address) {
        return site.find(site.apply(new NewApplication("Кто-то", "+79001234567", null, address, null, null, true)));
    }

    private FeasibilityAnswer answer(Application application) {
        return site.applications.getFeasibility(application.id()).answer();
    }

    private Application accepted(Application application, NewAddress at) {
        return desk.boundaries.call(
                () -> site.applications.accept(application.id(), null, new Feasible(at, null, null)));
    }

    private Place place(Place parent, PlaceKind kind, String name) {
        UUID in = parent == null ? null : parent.id();
        return desk.boundaries.call(() -> desk.boundaries.get(Places.class).add(new NewPlace(in, kind, null, name)));
    }

    @Test
    void whoeverWasSlowerIsToldSo() {
        Application made = site.applied();
        Application found = site.accepted(made);
        refused(
                ProblemType.STALE,
                () -> desk.boundaries.call(() -> site.applications.accept(made.id(), made.version(), Site.feasible())));
        refused(
                ProblemType.INVALID_STATE,
                () -> desk.boundaries.call(
                        () -> site.applications.accept(made.id(), found.version(), Site.feasible())));
        refused(
                ProblemType.INVALID_STATE,
                () -> desk.boundaries.call(() -> site.applications.reopen(made.id(), null, null)));
        refused(ProblemType.NOT_FOUND, () -> site.applications.get(Ids.next()));
        assertEquals(2, site.applications.listSteps(made.id()).size(), "what was refused left nothing behind");
    }

    /** Whatever a program does: the table lets nothing take another way. */
    @ParameterizedTest
    @CsvSource({
        "new, scheduled",
        "new, installed",
        "feasible, installed",
        "feasible, new",
        "refused, feasible",
        "refused, scheduled"
    })
    void theSchemaLetsNoOtherWayPass(String from, String to) {
        Application made = site.applied();
        if (from.equals("feasible")) {
            site.accepted(made);
        } else if (from.equals("refused")) {
            site.accepted(made);
            site.refuse(site.applications.get(made.id()), "Нет", false);
        }
        DatabaseException refused = assertThrows(DatabaseException.class, () -> desk.boundaries
                .sql()
                .update("update applications set status = ?, status_note = 'x' where id = ?", to, made.id()));
        assertTrue(refused.isBrokenConstraint());
    }

    @Test
    void whatWasIsNeverRewritten() {
        Application made = site.applied();
        Sql app = Sql.in(Database.app());
        assertThrows(
                DatabaseException.class,
                () -> app.update("update application_steps set note = 'x' where application_id = ?", made.id()));
        assertThrows(
                DatabaseException.class,
                () -> app.update("delete from application_steps where application_id = ?", made.id()));
    }
}
