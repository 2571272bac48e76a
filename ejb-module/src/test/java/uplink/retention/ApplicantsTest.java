package uplink.retention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uplink.audit.boundary.AuditReport;
import uplink.audit.control.SealCopies;
import uplink.audit.control.Sealing;
import uplink.audit.control.Verifier;
import uplink.connection.boundary.Application;
import uplink.connection.boundary.ApplicationQuery;
import uplink.connection.boundary.ApplicationRefusal;
import uplink.connection.boundary.ApplicationStatus;
import uplink.connection.boundary.Applications;
import uplink.connection.boundary.Applying;
import uplink.connection.boundary.Appointment;
import uplink.connection.boundary.Crew;
import uplink.connection.boundary.CrewShift;
import uplink.connection.boundary.Crews;
import uplink.connection.boundary.Feasible;
import uplink.connection.boundary.NewApplication;
import uplink.connection.boundary.NewCrew;
import uplink.connection.boundary.NewShifts;
import uplink.customer.boundary.CustomerErased;
import uplink.customer.boundary.NewAddress;
import uplink.retention.boundary.RetentionChange;
import uplink.retention.boundary.RetentionPreview;
import uplink.retention.boundary.RetentionRun;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.DatabaseException;
import uplink.shared.Doing;
import uplink.shared.Ids;
import uplink.shared.Origin;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.testing.Database;
import uplink.testing.Tx;

/** Whoever asked to be connected and was not is forgotten after a while, and nothing of them is left. */
class ApplicantsTest extends RetentionCases {

    private static final LocalDate REFUSED = LocalDate.of(2026, 3, 2);

    @TempDir
    Path directory;

    private Applications applications;

    @BeforeEach
    void ask() {
        applications = provider.boundaries.get(Applications.class);
        provider.boundaries.today(REFUSED);
    }

    @Test
    void anApplicantWhoWasRefusedIsErasedWithWhatHangsOnIt() {
        List<CustomerErased> told = new java.util.ArrayList<>();
        provider.boundaries.observe(CustomerErased.class, told::add);
        Application one = visited(applied("Канарейкина"));
        refuse(one, "Канарейкина передумала", false);
        Tx.run(c -> new Sealing(Sql.on(c)).seal());
        assertTrue(everywhere("анарейкин") > 0);
        keeping(30);
        RetentionRun run = night(REFUSED.plusDays(31));
        assertEquals(1, result(run, "applicants").taken());
        assertEquals(1, run.erased());
        Application left = applications.get(one.id());
        assertEquals(one.number(), left.number());
        assertEquals(ApplicationStatus.REFUSED, left.status());
        assertEquals("—", left.contactName());
        assertNull(left.phone());
        for (String text : List.of("анарейкин", "kanareikina", "79161234567", "Птичья", "192.0.2.7", "Канареечный")) {
            assertEquals(0, everywhere(text), text);
        }
        assertEquals(1, sql.number("select count(*) from work_order_files where erased and content is null"));
        assertEquals(
                List.of("new", "feasible", "scheduled", "refused"),
                applications.listSteps(one.id()).stream()
                        .map(step -> step.status().code())
                        .toList(),
                "the funnel keeps its days");
        assertEquals(Set.of("kanareikina@example.org"), told.get(0).emails(), "letters in files go with it");
    }

    @Test
    void theTrailVerifiesAndHasTheDeed() {
        Application one = applied("Канарейкина");
        refuse(one, "Нет", false);
        Tx.run(c -> new Sealing(Sql.on(c)).seal());
        keeping(30);
        night(REFUSED.plusDays(31));
        assertEquals(
                1,
                sql.number(
                        """
                        select count(*) from audit_log where action = 'erasure.expire' and actor_id = ? and customer_id is null
                            and after::text like '%приказ № 9%'""",
                        staff));
        assertTrue(sql.number(
                        "select count(*) from audit_log where entity = 'application' and after::text like '%\"erased\"%'")
                > 1);
        assertTrue(verify().clean(), verify().toString());
        Tx.run(c -> new Sealing(Sql.on(c)).seal());
        assertTrue(verify().clean(), verify().toString());
        Database.tamper(
                "update audit_log set after = '{}' where entity = 'application' and after::text like '%\"erased\"%'");
        assertTrue(!verify().clean(), "what somebody else takes out is found");
    }

    /** To the day, and nobody who waits, is worked on, or is a customer's. */
    @Test
    void whoIsNotDueStays() {
        Application waits = applied("Ждущая");
        refuse(waits, "Сети нет", true);
        applied("Новая");
        Application mine = applied("Абонентка");
        refuse(mine, "Нет", false);
        sql.update(
                "update applications set customer_id = ? where id = ?",
                provider.customer("Абонентка", 1).id(),
                mine.id());
        Application gone = applied("Прошлая");
        refuse(gone, "Нет", false);
        provider.boundaries.today(REFUSED.plusDays(2));
        refuse(applied("Недавняя"), "Нет", false);
        keeping(30);
        provider.boundaries.today(REFUSED.plusDays(31));
        RetentionPreview preview = rules.preview("applicants", null);
        assertEquals(1, preview.count());
        assertEquals(gone.number(), preview.first().get(0).what());
        assertEquals("Прошлая", preview.first().get(0).name());
        assertEquals(List.of(), preview.held());
        night(REFUSED.plusDays(31));
        assertEquals(
                Set.of("Ждущая", "Новая", "Абонентка", "Недавняя", "—"),
                Set.copyOf(sql.list("select contact_name from applications", row -> row.getString(1))));
        assertEquals(0, result(night(REFUSED.plusDays(32)), "applicants").taken(), "nobody is erased twice");
        assertEquals(0, provider.boundaries.call(() -> erasures().count(null)), "of customers there is no deed");
    }

    @Test
    void nothingGoesOnWithAnApplicationWithoutAnybody() {
        Application one = applied("Прошлая");
        refuse(one, "Нет", false);
        keeping(30);
        night(REFUSED.plusDays(31));
        assertEquals(
                ProblemType.INVALID_STATE,
                assertThrows(
                                BusinessException.class,
                                () -> provider.boundaries.call(() -> applications.reopen(one.id(), null, null)))
                        .type());
        assertTrue(assertThrows(
                        DatabaseException.class,
                        () -> sql.update("update applications set status = 'new' where id = ?", one.id()))
                .isBrokenConstraint());
    }

    /** Somebody took it up again after the night had found it. */
    @Test
    void whoIsTakenUpAgainMeanwhileStays() {
        Application one = applied("Вернувшаяся");
        refuse(one, "Нет", false);
        keeping(30);
        steps.before = id -> Doing.as(
                staff,
                Applications.class,
                "reopen",
                () -> provider.boundaries.call(() -> applications.reopen(one.id(), null, null)));
        assertEquals(0, result(night(REFUSED.plusDays(31)), "applicants").taken());
        assertEquals("Вернувшаяся", applications.get(one.id()).contactName());
    }

    @Test
    void theRuleIsDeliveredOffAndWantsGroundsAndThirtyDays() {
        assertTrue(!rules.get("applicants").enabled());
        assertTrue(rules.get("applicants").erases());
        assertEquals(List.of("keep"), fields(() -> change("applicants", new RetentionChange(null, 29, null, null))));
        assertEquals(
                List.of("reason"), fields(() -> change("applicants", new RetentionChange(true, null, null, null))));
    }

    private uplink.customer.boundary.Erasures erasures() {
        return provider.boundaries.get(uplink.customer.boundary.Erasures.class);
    }

    private void keeping(int days) {
        change("applicants", new RetentionChange(true, days, 100, "приказ № 9"));
    }

    /** As somebody on the site does it, whose address the trail keeps. */
    private Application applied(String name) {
        NewApplication wanted = new NewApplication(
                name, "+79161234567", "kanareikina@example.org", "Птичья 7", null, "Канареечный дом", true);
        Origin.set(new Origin("api", "192.0.2.7", "Browser", null, null));
        try {
            String number = Doing.as(
                    Caller.ANONYMOUS,
                    Applying.class,
                    "apply",
                    () -> provider.boundaries.call(() -> provider.boundaries
                            .get(Applying.class)
                            .apply(wanted, Locale.ENGLISH)
                            .number()));
            return applications.list(query(number)).get(0);
        } finally {
            Origin.clear();
        }
    }

    private static ApplicationQuery query(String text) {
        return new ApplicationQuery(null, null, text, false, null, ApplicationQuery.Sort.CREATED, false, 0, 1);
    }

    private void refuse(Application one, String why, boolean waits) {
        Doing.as(
                staff,
                Applications.class,
                "refuse",
                () -> provider.boundaries.call(
                        () -> applications.refuse(one.id(), null, new ApplicationRefusal(why, waits))));
    }

    /** A crew is appointed, and has taken a picture. */
    private Application visited(Application one) {
        Crews crews = provider.boundaries.get(Crews.class);
        Crew crew = provider.boundaries.call(() -> crews.create(new NewCrew("Бригада " + Ids.next(), null, List.of())));
        LocalDate day = REFUSED.plusDays(1);
        CrewShift shift = provider.boundaries
                .call(() -> crews.plan(
                        crew.id(), new NewShifts(day, day, Set.of(), LocalTime.of(9, 0), LocalTime.of(13, 0), null, 1)))
                .get(0);
        NewAddress place = new NewAddress(null, "Светлогорск", "Птичья", "7", null, null, null, "Канарейкина дома");
        Doing.as(
                staff,
                Applications.class,
                "accept",
                () -> provider.boundaries.call(
                        () -> applications.accept(one.id(), null, new Feasible(place, "узнал у Канарейкиной", null))));
        Doing.as(
                staff,
                Applications.class,
                "schedule",
                () -> provider.boundaries.call(
                        () -> applications.schedule(one.id(), null, new Appointment(shift.id(), "для Канарейкиной"))));
        UUID order = sql.first(
                        "select id from work_orders where application_id = ?",
                        row -> row.getObject(1, UUID.class),
                        one.id())
                .orElseThrow();
        sql.update(
                """
                insert into work_order_files (id, work_order_id, kind, media_type, content, created_at)
                values (?, ?, 'photo', 'image/png', '\\x01', now())""",
                Ids.next(),
                order);
        return applications.get(one.id());
    }

    private AuditReport verify() {
        return new Verifier(Sql.in(Database.app()), new SealCopies(directory), null).verify();
    }

    /** In how many tables a text is. */
    private long everywhere(String text) {
        Stream<String> tables = sql
                .list(
                        """
                        select c.oid::regclass::text from pg_class c where c.relnamespace = 'public'::regnamespace
                            and c.relkind in ('r', 'p') and not c.relispartition""",
                        row -> row.getString(1))
                .stream();
        return tables.filter(table ->
                        sql.number("select count(*) from " + table + " t where t::text like ?", "%" + text + "%") > 0)
                .count();
    }
}
