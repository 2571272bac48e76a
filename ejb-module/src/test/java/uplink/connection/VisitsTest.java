package uplink.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.connection.boundary.Application;
import uplink.connection.boundary.ApplicationMails;
import uplink.connection.boundary.ApplicationStatus;
import uplink.connection.boundary.Crew;
import uplink.connection.boundary.CrewShift;
import uplink.connection.boundary.NewCrew;
import uplink.connection.boundary.NewShifts;
import uplink.inventory.boundary.CrewMember;
import uplink.shared.BusinessException;
import uplink.shared.DatabaseException;
import uplink.shared.Ids;
import uplink.shared.ProblemType;
import uplink.testing.Desk;
import uplink.testing.Race;

/** Crews go out at times, and make no more visits than they can. */
class VisitsTest {

    private final Desk desk = new Desk(Site.TODAY);
    private final Site site = new Site(desk);

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void aCrewIsTechniciansWhoGoWithNoOther() {
        UUID one = site.technician();
        UUID two = site.technician();
        Crew crew = site.crew(one, two);
        assertEquals(
                Set.of(one, two),
                Set.copyOf(crew.members().stream().map(CrewMember::id).toList()));
        BusinessException refused = assertThrows(BusinessException.class, () -> site.crew(one));
        assertEquals("memberIds", refused.errors().get(0).field());
        UUID clerk = Ids.next();
        desk.boundaries
                .sql()
                .update(
                        """
                        insert into users (id, email, full_name, role, created_at, updated_at)
                        values (?, ?, 'Клерк', 'operator', now(), now())""",
                        clerk,
                        clerk + "@example.org");
        assertThrows(BusinessException.class, () -> site.crew(clerk));
        assertThrows(
                DatabaseException.class,
                () -> desk.boundaries.sql().update("insert into crew_members values (?, ?)", crew.id(), clerk));
        Crew less = desk.boundaries.call(
                () -> site.crews.replace(crew.id(), crew.version(), new NewCrew(crew.name(), false, List.of(two))));
        assertEquals(List.of(two), less.members().stream().map(CrewMember::id).toList());
        assertEquals(
                ProblemType.STALE,
                refusal(() -> site.crews.replace(crew.id(), crew.version(), new NewCrew("X", true, List.of()))));
        assertNotNull(site.crew(one), "who has left may go with another");
    }

    @Test
    void aCrewIsInOnePlaceAtATime() {
        Crew crew = site.crew();
        List<CrewShift> planned = site.plan(crew, Site.TODAY, Site.TODAY.plusDays(13), 9, 13, 3, Set.of(1, 3));
        assertEquals(4, planned.size(), "two Mondays and two Wednesdays");
        assertEquals(
                ProblemType.CONFLICT,
                refusal(() -> site.crews.plan(
                        crew.id(),
                        new NewShifts(Site.TODAY, null, Set.of(), LocalTime.of(12, 0), LocalTime.of(15, 0), null, 1))));
        assertEquals(
                2,
                site.plan(crew, Site.TODAY, Site.TODAY.plusDays(1), 12, 15, 1, Set.of())
                        .size(),
                "on Tuesday it is free");
        site.plan(site.crew(), Site.TODAY, Site.TODAY, 9, 13, 3, Set.of());
        assertThrows(DatabaseException.class, () -> desk.boundaries
                .sql()
                .update(
                        """
                                insert into crew_shifts (id, crew_id, day, starts, ends, capacity)
                                values (?, ?, ?, '08:00', '10:00', 1)""",
                        Ids.next(),
                        crew.id(),
                        Site.TODAY));
        for (NewShifts wrong : List.of(
                new NewShifts(Site.TODAY.minusDays(1), null, Set.of(), LocalTime.NOON, LocalTime.of(15, 0), null, 1),
                new NewShifts(Site.TODAY, null, Set.of(), LocalTime.NOON, LocalTime.NOON, null, 1),
                new NewShifts(Site.TODAY, null, Set.of(), LocalTime.NOON, LocalTime.of(15, 0), null, 0),
                new NewShifts(Site.TODAY, null, Set.of(8), LocalTime.NOON, LocalTime.of(15, 0), null, 1),
                new NewShifts(
                        Site.TODAY, Site.TODAY.plusDays(62), Set.of(), LocalTime.NOON, LocalTime.of(15, 0), null, 1))) {
            assertEquals(ProblemType.VALIDATION, refusal(() -> site.crews.plan(crew.id(), wrong)), wrong.toString());
        }
    }

    @Test
    void aVisitTakesItsPlaceAndLeavesIt() {
        CrewShift shift = site.shift(2);
        Application one = site.scheduled(shift);
        assertEquals(ApplicationStatus.SCHEDULED, one.status());
        assertEquals(shift.day(), one.visit().day());
        assertEquals(1, site.reload(shift).free());
        site.scheduled(shift);
        assertTrue(site.crews.listFree(null, null).stream()
                .noneMatch(free -> free.id().equals(shift.id())));
        Application third = site.accepted(site.applied());
        assertEquals(
                ProblemType.NOT_ALLOWED, refusal(() -> site.applications.schedule(third.id(), null, site.at(shift))));
        Application again = desk.boundaries.call(() -> site.applications.callOff(one.id(), null, "Клиент заболел"));
        assertEquals(ApplicationStatus.FEASIBLE, again.status());
        assertNull(again.visit());
        assertEquals(1, site.reload(shift).free());
        site.schedule(again, shift);
        site.refuse(site.applications.get(one.id()), "Передумал", false);
        assertEquals(1, site.reload(shift).free(), "a refusal calls the visit off");
        assertEquals(ProblemType.INVALID_STATE, refusal(() -> {
            site.crews.unplan(shift.crewId(), shift.id());
            return true;
        }));
    }

    @Test
    void aShiftWithoutVisitsCanBeTakenAway() {
        CrewShift shift = site.shift(1);
        UUID other = site.crew().id();
        assertEquals(ProblemType.NOT_FOUND, refusal(() -> {
            site.crews.unplan(other, shift.id());
            return true;
        }));
        desk.boundaries.run(() -> site.crews.unplan(shift.crewId(), shift.id()));
        assertTrue(site.crews.listShifts(Site.TODAY, null, shift.crewId()).isEmpty());
    }

    @Test
    void nobodyComesYesterday() {
        CrewShift shift = site.shift(1);
        Application feasible = site.accepted(site.applied());
        desk.boundaries.today(shift.day());
        CrewShift morning = site.plan(crew(shift), shift.day(), shift.day(), 7, 8, 1, Set.of())
                .get(0);
        assertFalse(isOffered(morning), "it is noon");
        assertTrue(isOffered(shift), "until one o'clock");
        assertEquals(
                ProblemType.NOT_ALLOWED,
                refusal(() -> site.applications.schedule(feasible.id(), null, site.at(morning))));
        desk.boundaries.today(shift.day().plusDays(1));
        assertEquals(
                ProblemType.NOT_ALLOWED,
                refusal(() -> site.applications.schedule(feasible.id(), null, site.at(shift))));
    }

    @Test
    void aCrewThatGoesOutNoMoreTakesNoVisit() {
        CrewShift shift = site.shift(1);
        Application feasible = site.accepted(site.applied());
        Crew crew = crew(shift);
        desk.boundaries.call(
                () -> site.crews.replace(crew.id(), crew.version(), new NewCrew(crew.name(), false, List.of())));
        assertFalse(isOffered(shift));
        assertEquals(
                ProblemType.VALIDATION, refusal(() -> site.applications.schedule(feasible.id(), null, site.at(shift))));
    }

    private Crew crew(CrewShift shift) {
        return site.crews.get(shift.crewId());
    }

    private boolean isOffered(CrewShift shift) {
        return site.crews.listFree(null, null).stream()
                .anyMatch(free -> free.id().equals(shift.id()));
    }

    /** The last place goes to one of two operators who take it at the same moment. */
    @Test
    void twoOperatorsCannotTakeTheSamePlace() throws Exception {
        CrewShift shift = site.shift(1);
        Application mine = site.accepted(site.applied());
        Application other = site.accepted(site.applied());
        try (Desk elsewhere = new Desk(Site.TODAY)) {
            Site there = new Site(elsewhere);
            Future<Application> slower = desk.boundaries.call(() -> {
                site.applications.schedule(mine.id(), null, site.at(shift));
                return Race.meanwhile(() -> there.schedule(other, shift));
            });
            ExecutionException lost = assertThrows(ExecutionException.class, slower::get);
            assertEquals(ProblemType.NOT_ALLOWED, ((BusinessException) lost.getCause()).type());
        }
        assertEquals(0, site.reload(shift).free());
        assertEquals(
                ApplicationStatus.FEASIBLE, site.applications.get(other.id()).status());
    }

    /** What a program forgets, the table does not. */
    @Test
    void theSchemaCountsThePlacesItself() {
        CrewShift shift = site.shift(1);
        site.scheduled(shift);
        Application late = site.accepted(site.applied());
        DatabaseException full = assertThrows(DatabaseException.class, () -> site.plainly(late, shift));
        assertTrue(full.isBrokenConstraint());
        CrewShift free = site.shift(1);
        assertThrows(
                RuntimeException.class,
                () -> desk.boundaries
                        .sql()
                        .update("update applications set status = 'scheduled' where id = ?", late.id()),
                "scheduled without a visit");
        assertThrows(RuntimeException.class, () -> site.plainly(late, free), "a visit without being scheduled");
        assertEquals(1, site.reload(free).free());
    }

    @Test
    void theApplicantIsToldWhenTheCrewComes() {
        ApplicationMails mails = desk.boundaries.get(ApplicationMails.class);
        CrewShift shift = site.shift(1);
        Application one = site.applied();
        desk.boundaries
                .sql()
                .update("update applications set email = ? where id = ?", one.id() + "@example.org", one.id());
        site.schedule(site.accepted(one), shift);
        List<Object> told = mails.of("customer.application.scheduled", one.id())
                .orElseThrow()
                .arguments();
        assertEquals(List.of(shift.day(), shift.starts(), shift.ends()), told.subList(3, 6));
        desk.boundaries.call(() -> site.applications.callOff(one.id(), null, "Авария"));
        assertTrue(mails.of("customer.application.scheduled", one.id()).isEmpty());
        assertEquals(
                "Авария",
                mails.of("customer.application.called-off", one.id())
                        .orElseThrow()
                        .arguments()
                        .get(2));
        assertEquals(
                List.of(
                        "customer.application.created",
                        "customer.application.feasible",
                        "customer.application.scheduled",
                        "customer.application.called-off"),
                desk.boundaries.announced(one.id()));
    }

    private ProblemType refusal(java.util.function.Supplier<?> work) {
        return assertThrows(BusinessException.class, () -> desk.boundaries.call(work::get))
                .type();
    }
}
