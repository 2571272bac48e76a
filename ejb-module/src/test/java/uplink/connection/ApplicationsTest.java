package uplink.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
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
import uplink.connection.boundary.ApplicationMail;
import uplink.connection.boundary.ApplicationMails;
import uplink.connection.boundary.ApplicationSource;
import uplink.connection.boundary.ApplicationStatus;
import uplink.connection.boundary.ApplicationStep;
import uplink.connection.boundary.BoardColumn;
import uplink.connection.boundary.Feasible;
import uplink.connection.boundary.FunnelRow;
import uplink.connection.boundary.MyApplication;
import uplink.connection.boundary.NewApplication;
import uplink.connection.boundary.OwnApplication;
import uplink.customer.boundary.ErasureObstacle;
import uplink.customer.boundary.NewAddress;
import uplink.customer.control.ErasureObstacles;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.DatabaseException;
import uplink.shared.FieldError;
import uplink.shared.Ids;
import uplink.shared.PageRequest;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.testing.Database;
import uplink.testing.Desk;

/** People ask to be connected, and each application takes the one way that there is. */
class ApplicationsTest {

    private final Desk desk = new Desk(Site.TODAY);
    private final Site site = new Site(desk);

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

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

    @Test
    void aCustomerAsksAndSeesOnlyTheirOwn() {
        UUID customer = desk.customer("Абонентов", 1).id();
        Caller caller = desk.caller(customer);
        Caller other = desk.caller(desk.customer("Другой", 1).id());
        MyApplication mine = Callers.as(
                caller,
                () -> desk.boundaries.call(() -> site.applying.ask(
                        new OwnApplication("Дача, участок 5", null, null), Locale.forLanguageTag("ru"))));
        assertEquals("Дача, участок 5", mine.address());
        Application kept = site.applications.get(mine.id());
        assertEquals(customer, kept.customerId());
        assertEquals("Абонентов", kept.contactName(), "who it is, is known");
        assertEquals(List.of(mine.id()), own(caller));
        assertTrue(isInTheWay(customer), "who waits for us is not forgotten");
        assertEquals(List.of(), own(other));
        site.refuse(kept, "Сети там нет", true);
        assertFalse(isInTheWay(customer));
        MyApplication answer =
                Callers.as(caller, () -> site.applying.mine(Locale.ENGLISH)).get(0);
        assertEquals("Сети там нет", answer.reason());
        assertTrue(answer.awaitsCoverage());
    }

    private boolean isInTheWay(UUID customer) {
        return new ErasureObstacles(desk.boundaries.sql())
                .of(customer, Site.TODAY).stream()
                        .anyMatch(obstacle -> obstacle.kind() == ErasureObstacle.Kind.APPLICATION);
    }

    private List<UUID> own(Caller caller) {
        return Callers.as(caller, () -> site.applying.mine(Locale.ENGLISH)).stream()
                .map(MyApplication::id)
                .toList();
    }

    @Test
    void nobodyFillsTheBoardAlone() {
        Caller caller = desk.caller(desk.customer("Частый", 1).id());
        for (int i = 0; i < 10; i++) {
            Callers.as(
                    caller,
                    () -> desk.boundaries.call(
                            () -> site.applying.ask(new OwnApplication("Мира 1", null, null), Locale.ENGLISH)));
        }
        refused(
                ProblemType.NOT_ALLOWED,
                () -> Callers.as(
                        caller,
                        () -> desk.boundaries.call(
                                () -> site.applying.ask(new OwnApplication("Мира 1", null, null), Locale.ENGLISH))));
    }

    @Test
    void theBoardCountsAndShowsByState() {
        String mark = "m" + Ids.next().toString().replace("-", "");
        for (int i = 0; i < 23; i++) {
            site.applied(mark);
        }
        Application found = site.accepted(site.applied(mark));
        site.refuse(site.applied(mark), "Нет", false);
        List<BoardColumn> board = site.board(mark);
        assertEquals(
                Map.of("new", 23L, "feasible", 1L, "scheduled", 0L, "installed", 0L, "refused", 1L),
                board.stream().collect(Collectors.toMap(k -> k.status().code(), BoardColumn::count)));
        assertEquals(20, board.get(0).cards().size());
        assertTrue(board.get(0).isCut());
        assertEquals(found.id(), board.get(1).cards().get(0).id());
        desk.boundaries.today(Site.TODAY.plusDays(31));
        List<BoardColumn> later = site.board(mark);
        assertEquals(0, later.get(4).count(), "what was decided long ago is in the list");
        assertEquals(31, later.get(0).cards().get(0).days());
        assertEquals(25, site.applications.count(site.query(mark)));
        assertEquals(
                25,
                site.applications
                        .page(site.query(mark), PageRequest.of(100, null))
                        .items()
                        .size());
    }

    @Test
    void whatIsTypedIsFoundInEverySpelling() {
        Application made = site.accepted(site.applied("Щёголев " + Ids.next()));
        for (String typed : List.of(made.number(), made.contactName().toUpperCase(Locale.ROOT), "щеголев")) {
            assertTrue(
                    site.applications.list(site.query(typed)).stream()
                            .anyMatch(row -> row.id().equals(made.id())),
                    typed);
        }
        assertEquals(0, site.applications.count(site.query("100%_никто\\")));
    }

    @Test
    void theApplicantIsWrittenToWhileItIsTrue() {
        ApplicationMails mails = desk.boundaries.get(ApplicationMails.class);
        String address = Ids.next() + "@example.org";
        Application made = site.find(
                site.apply(new NewApplication("Почтовый", null, address, "Мира 12", null, null, true), Locale.ENGLISH));
        ApplicationMail mail =
                mails.of("customer.application.created", made.id()).orElseThrow();
        assertEquals(address, mail.address());
        assertEquals(Locale.ENGLISH, mail.locale());
        assertEquals(List.of(made.number(), "Мира 12", ""), mail.arguments().subList(0, 3));
        site.accepted(made);
        assertNotNull(mails.of("customer.application.feasible", made.id()).orElse(null));
        site.refuse(site.applications.get(made.id()), "Нет портов", false);
        assertTrue(mails.of("customer.application.feasible", made.id()).isEmpty(), "it is not so any more");
        assertEquals(
                "Нет портов",
                mails.of("customer.application.refused", made.id())
                        .orElseThrow()
                        .arguments()
                        .get(2));
        assertTrue(mails.of("customer.application.created", Ids.next()).isEmpty());
    }

    /** Who types somebody else's address again and again does not make us a nuisance to them. */
    @Test
    void anAddressGetsAFewMailsADay() {
        ApplicationMails mails = desk.boundaries.get(ApplicationMails.class);
        String address = "Victim" + Ids.next() + "@example.org";
        List<Application> made = java.util.stream.IntStream.range(0, 5)
                .mapToObj(i -> site.find(site.apply(new NewApplication(
                        "Шутник",
                        null,
                        i % 2 == 0 ? address : address.toLowerCase(Locale.ROOT),
                        "Мира",
                        null,
                        null,
                        true))))
                .toList();
        assertEquals(
                List.of(true, true, true, false, false),
                made.stream()
                        .map(one -> mails.of("customer.application.created", one.id())
                                .isPresent())
                        .toList());
        desk.boundaries.today(LocalDate.of(2026, 12, 1));
        Application later =
                site.find(site.apply(new NewApplication("Шутник", null, address, "Мира", null, null, true)));
        assertTrue(mails.of("customer.application.created", later.id()).isPresent());
    }

    @Test
    void theFunnelTellsHowFarThoseOfAPeriodHaveCome() {
        LocalDate quiet = LocalDate.of(2031, 3, 1);
        desk.boundaries.today(quiet);
        Application first = site.applied();
        Application second = site.applied();
        site.applied();
        site.applied();
        desk.boundaries.today(quiet.plusDays(2));
        site.accepted(first);
        desk.boundaries.today(quiet.plusDays(5));
        site.accepted(second);
        site.refuse(site.applications.get(second.id()), "Передумал", false);
        List<FunnelRow> funnel = site.applications.listFunnel(quiet, quiet);
        assertEquals(4, funnel.get(0).made());
        FunnelRow.Stage feasible = funnel.get(0).stages().get(0);
        assertEquals(2, feasible.count());
        assertEquals(new BigDecimal("50.0"), feasible.percent());
        assertEquals(new BigDecimal("3.5"), feasible.medianDays(), "of two and five days");
        FunnelRow.Stage refused = funnel.get(0).stages().get(3);
        assertEquals(new BigDecimal("25.0"), refused.percent());
        assertEquals(ApplicationSource.SITE, funnel.get(1).source());
        assertEquals(4, funnel.get(1).made());
        assertEquals(0, funnel.get(3).made(), "nobody called");
        assertNull(funnel.get(3).stages().get(0).percent());
        assertEquals(
                0,
                site.applications
                        .listFunnel(quiet.plusDays(1), quiet.plusDays(5))
                        .get(0)
                        .made(),
                "by the day on which they were made");
        refused(ProblemType.VALIDATION, () -> site.applications.listFunnel(quiet, quiet.minusDays(1)));
    }

    private static BusinessException refused(ProblemType type, Runnable work) {
        BusinessException refusal = assertThrows(BusinessException.class, work::run);
        assertEquals(type, refusal.type());
        return refusal;
    }
}
