package uplink.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.address.boundary.Coverage;
import uplink.address.boundary.CoverageChanged;
import uplink.address.boundary.CoverageRow;
import uplink.address.boundary.NewCoverage;
import uplink.address.boundary.NewPlace;
import uplink.address.boundary.Place;
import uplink.address.boundary.PlaceKind;
import uplink.address.boundary.Places;
import uplink.address.boundary.Technology;
import uplink.connection.boundary.Application;
import uplink.connection.boundary.ApplicationMails;
import uplink.connection.boundary.ApplicationStatus;
import uplink.connection.boundary.ApplicationStep;
import uplink.connection.boundary.Feasible;
import uplink.connection.boundary.NewApplication;
import uplink.connection.boundary.WaitingApplications;
import uplink.connection.boundary.WaitingJob;
import uplink.customer.boundary.NewAddress;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.jobs.JobWanted;
import uplink.testing.Desk;

/** Whoever was refused for want of a network hears of it when there is one. */
class WaitingApplicationsTest {

    private static final String FEASIBLE = "customer.application.feasible";
    private static final String REOPENED = "customer.application.reopened";

    private final Desk desk = new Desk(Site.TODAY);
    private final Site site = new Site(desk);
    private final WaitingJob job = desk.boundaries.get(WaitingJob.class);
    private final Coverage coverage = desk.boundaries.get(Coverage.class);
    private final List<String> wanted = new ArrayList<>();
    private Place city;
    private Place street;
    private Place house;

    @BeforeEach
    void build() {
        desk.boundaries.observe(CoverageChanged.class, job::on);
        desk.boundaries.observe(JobWanted.class, one -> wanted.add(one.job()));
        String word = Ids.next()
                .toString()
                .replace("-", "")
                .substring(14)
                .chars()
                .mapToObj(digit -> Character.toString('а' + Character.digit(digit, 16)))
                .reduce("Град", String::concat);
        city = place(null, PlaceKind.CITY, word);
        street = place(city, PlaceKind.STREET, "ул. Полевая");
        house = place(street, PlaceKind.HOUSE, "7");
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void whoWaitsIsTakenUpAndToldWhenANetworkComes() {
        Application waits = waiting(city.name() + ", Полевая 7, кв. 12");
        Application elsewhere = waiting(city.name() + ", Луговая 7");
        Application gaveUp = refused(city.name() + ", Полевая 7", false);
        work();
        assertEquals(ApplicationStatus.REFUSED, now(waits).status(), "nothing is there yet");
        comes(house);
        assertEquals(List.of("applications-waiting-for-coverage"), wanted, "nobody waits for the hour");
        work();
        Application taken = now(waits);
        assertEquals(ApplicationStatus.FEASIBLE, taken.status());
        assertEquals(desk.boundaries.call(() -> at()), taken.coverageCameAt());
        assertFalse(taken.awaitsCoverage());
        assertEquals(city.name() + ", ул. Полевая, 7-12", taken.where());
        assertEquals(house.id(), taken.place().placeId());
        assertEquals(
                List.of("new", "refused", "new", "feasible"),
                site.applications.listSteps(taken.id()).stream()
                        .map(step -> step.status().code())
                        .toList());
        assertEquals(
                List.of(false, false, true, true),
                site.applications.listSteps(taken.id()).stream()
                        .map(ApplicationStep::byCoverage)
                        .toList());
        assertEquals(List.of(FEASIBLE), announcedSince(taken));
        assertTrue(mails().of(FEASIBLE, taken.id()).isPresent());
        assertEquals(
                1,
                desk.boundaries
                        .sql()
                        .number(
                                "select count(*) from audit_log where action = 'application.cover' and entity_id = ?",
                                taken.id().toString()),
                "the trail tells of it");
        assertEquals(ApplicationStatus.REFUSED, now(elsewhere).status());
        assertEquals(ApplicationStatus.REFUSED, now(gaveUp).status(), "it was not kept");
    }

    @Test
    void workingAgainDoesNothingAgain() {
        Application waits = waiting(city.name() + ", Полевая 7");
        comes(street);
        work();
        int version = now(waits).version();
        work();
        assertFalse(Callers.as(
                Caller.system("test"),
                () -> desk.boundaries.call(
                        () -> desk.boundaries.get(WaitingApplications.class).takeUp(waits.id()))));
        assertEquals(version, now(waits).version());
        assertEquals(List.of(FEASIBLE), announcedSince(waits));
    }

    @Test
    void whatComesAndGoesAndComesIsToldOnce() {
        Application waits = waiting(city.name() + ", Полевая 7");
        goes(comes(house));
        work();
        assertEquals(ApplicationStatus.REFUSED, now(waits).status(), "it was gone before anybody looked");
        CoverageRow there = comes(house);
        work();
        goes(there);
        work();
        assertEquals(ApplicationStatus.FEASIBLE, now(waits).status(), "somebody works on it, and decides");
        Application again = site.refuse(now(waits), "Порты разобрали", true);
        assertNull(again.coverageCameAt());
        comes(house);
        work();
        assertEquals(ApplicationStatus.NEW, now(waits).status(), "somebody looks before it is told again");
        assertNotNull(now(waits).coverageCameAt());
        assertEquals(List.of(FEASIBLE, "customer.application.refused", REOPENED), announcedSince(waits));
        assertTrue(mails().of(REOPENED, waits.id()).isEmpty());
    }

    @Test
    void whereOnlyTheStreetIsKnownSomebodyLooks() {
        Application waits = waiting(city.name() + ", Полевая 9");
        comes(street);
        work();
        assertEquals(ApplicationStatus.NEW, now(waits).status());
        assertNotNull(now(waits).coverageCameAt());
        assertEquals(List.of(REOPENED), announcedSince(waits));
    }

    @Test
    void whatSomebodyHasFoundStaysAsItIs() {
        Application made = applied("по телефону");
        NewAddress chosen = new NewAddress(null, "Город", "Поле", "7", "3", "1", null, null, house.id());
        Application found =
                desk.boundaries.call(() -> site.applications.accept(made.id(), null, new Feasible(chosen, null, null)));
        site.refuse(found, "Порта нет", true);
        comes(city);
        work();
        assertEquals(ApplicationStatus.FEASIBLE, now(made).status());
        assertEquals("Город, Поле, 7-3", now(made).where());
        assertEquals("1", now(made).place().entrance());
    }

    @Test
    void whatIsOnlyPlannedIsWaitedFor() {
        Application waits = waiting(city.name() + ", Полевая 7");
        NewCoverage planned = new NewCoverage(Technology.GPON, null, null, Site.TODAY.plusDays(10), null, null);
        desk.boundaries.call(() -> coverage.set(house.id(), null, planned));
        work();
        assertEquals(ApplicationStatus.REFUSED, now(waits).status());
        desk.boundaries.today(Site.TODAY.plusDays(10));
        work();
        assertEquals(ApplicationStatus.FEASIBLE, now(waits).status(), "its day has come, nobody has said anything");
    }

    @Test
    void aCustomerWaitsAsWell() {
        UUID customer = desk.customer("Дачник", 1).id();
        Application waits = waiting(city.name() + ", Полевая 7");
        desk.boundaries.sql().update("update applications set customer_id = ? where id = ?", customer, waits.id());
        comes(house);
        work();
        assertEquals(ApplicationStatus.FEASIBLE, now(waits).status());
        assertEquals(customer.toString(), site.announcedData(waits.id()).get("customerId"));
    }

    private void work() {
        Callers.run(Caller.system("test"), () -> desk.boundaries.run(() -> job.run(at())));
    }

    private Instant at() {
        return desk.boundaries.get(uplink.shared.BusinessClock.class).instant();
    }

    private Application waiting(String address) {
        return refused(address, true);
    }

    private Application refused(String address, boolean waits) {
        return site.refuse(applied(address), "Сети там нет", waits);
    }

    private Application applied(String address) {
        return site.find(
                site.apply(new NewApplication("Кто-то", null, Ids.next() + "@example.org", address, null, null, true)));
    }

    private Application now(Application one) {
        return site.applications.get(one.id());
    }

    /** Without what was announced before it waited. */
    private List<String> announcedSince(Application one) {
        List<String> all = desk.boundaries.announced(one.id());
        return all.subList(2, all.size());
    }

    private ApplicationMails mails() {
        return desk.boundaries.get(ApplicationMails.class);
    }

    private CoverageRow comes(Place at) {
        NewCoverage there = new NewCoverage(Technology.GPON, 1_000_000, null, Site.TODAY, null, null);
        return desk.boundaries.call(() -> coverage.set(at.id(), null, there));
    }

    private void goes(CoverageRow row) {
        desk.boundaries.call(() -> coverage.end(row.id(), null));
    }

    private Place place(@Nullable Place in, PlaceKind kind, String name) {
        UUID parent = in == null ? null : in.id();
        return desk.boundaries.call(
                () -> desk.boundaries.get(Places.class).add(new NewPlace(parent, kind, null, name)));
    }
}
