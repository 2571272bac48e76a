package uplink.connection;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.Application;
import uplink.connection.boundary.ApplicationQuery;
import uplink.connection.boundary.ApplicationRefusal;
import uplink.connection.boundary.Applications;
import uplink.connection.boundary.Applying;
import uplink.connection.boundary.Appointment;
import uplink.connection.boundary.BoardColumn;
import uplink.connection.boundary.Crew;
import uplink.connection.boundary.CrewShift;
import uplink.connection.boundary.Crews;
import uplink.connection.boundary.Feasible;
import uplink.connection.boundary.NewApplication;
import uplink.connection.boundary.NewCrew;
import uplink.connection.boundary.NewShifts;
import uplink.customer.boundary.NewAddress;
import uplink.shared.Ids;
import uplink.shared.Json;
import uplink.testing.Desk;

/** A desk at which applications arrive. */
final class Site {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 16);
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    final Desk desk;
    final Applications applications;
    final Applying applying;
    final Crews crews;

    Site(Desk desk) {
        this.desk = desk;
        applications = desk.boundaries.get(Applications.class);
        applying = desk.boundaries.get(Applying.class);
        crews = desk.boundaries.get(Crews.class);
    }

    /** Answers the number. */
    String apply(NewApplication wanted) {
        return apply(wanted, RUSSIAN);
    }

    String apply(NewApplication wanted, Locale locale) {
        return desk.boundaries.call(() -> applying.apply(wanted, locale)).number();
    }

    Application applied() {
        return applied("Заявитель " + Ids.next());
    }

    /** On a tariff of its own. */
    Application applied(String name) {
        return applied(name, desk.tariff("500.00").id());
    }

    Application applied(String name, @Nullable UUID tariff) {
        return find(apply(new NewApplication(name, "+79001234567", null, "Мира 12", tariff, null, true)));
    }

    Application find(String number) {
        return applications.list(query(number)).stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    ApplicationQuery query(@Nullable String text) {
        return new ApplicationQuery(null, null, text, false, null, ApplicationQuery.Sort.CREATED, false, 0, 100);
    }

    List<BoardColumn> board(String text) {
        return applications.listBoard(query(text));
    }

    Application accepted(Application made) {
        return desk.boundaries.call(() -> applications.accept(made.id(), null, feasible()));
    }

    static Feasible feasible() {
        return new Feasible(new NewAddress(null, "Светлогорск", "Мира", "12", "3", "1", "2", null), "порт есть", null);
    }

    Application refuse(Application one, String reason, boolean waits) {
        return desk.boundaries.call(
                () -> applications.refuse(one.id(), one.version(), new ApplicationRefusal(reason, waits)));
    }

    Map<String, Object> announcedData(UUID subject) {
        return desk.boundaries
                .sql()
                .first(
                        "select data::text from outbox where subject = ? order by id desc limit 1",
                        row -> Json.readMap(row.getString(1)),
                        subject.toString())
                .orElseThrow();
    }

    UUID technician() {
        UUID user = Ids.next();
        desk.boundaries
                .sql()
                .update(
                        """
                        insert into users (id, email, full_name, role, created_at, updated_at)
                        values (?, ?, 'Монтажников', 'tech', now(), now())""",
                        user,
                        user + "@example.org");
        return user;
    }

    Crew crew(UUID... members) {
        NewCrew wanted = new NewCrew("Бригада " + Ids.next(), null, List.of(members));
        return desk.boundaries.call(() -> crews.create(wanted));
    }

    List<CrewShift> plan(
            Crew crew, LocalDate from, LocalDate to, int starts, int ends, int capacity, Set<Integer> weekdays) {
        NewShifts wanted =
                new NewShifts(from, to, weekdays, LocalTime.of(starts, 0), LocalTime.of(ends, 0), "Мира", capacity);
        return desk.boundaries.call(() -> crews.plan(crew.id(), wanted));
    }

    /** Tomorrow, of a crew of its own. */
    CrewShift shift(int capacity) {
        return shift(capacity, crew());
    }

    CrewShift shift(int capacity, Crew crew) {
        LocalDate tomorrow = TODAY.plusDays(1);
        return plan(crew, tomorrow, tomorrow, 9, 13, capacity, Set.of()).get(0);
    }

    CrewShift reload(CrewShift shift) {
        return crews.listShifts(shift.day(), null, shift.crewId()).get(0);
    }

    Appointment at(CrewShift shift) {
        return new Appointment(shift.id(), "роутер");
    }

    Application schedule(Application feasible, CrewShift shift) {
        return desk.boundaries.call(() -> applications.schedule(feasible.id(), null, at(shift)));
    }

    Application scheduled(CrewShift shift) {
        return schedule(accepted(applied()), shift);
    }

    /** As a program would that knows no rules. */
    void plainly(Application one, CrewShift shift) {
        desk.boundaries
                .sql()
                .update(
                        "insert into work_orders (id, application_id, shift_id, created_at) values (?, ?, ?, now())",
                        Ids.next(),
                        one.id(),
                        shift.id());
    }
}
