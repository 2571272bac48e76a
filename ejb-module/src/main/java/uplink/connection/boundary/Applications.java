package uplink.connection.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.Coverage;
import uplink.address.boundary.Feasibility;
import uplink.address.boundary.Houses;
import uplink.connection.control.ApplicationEvents;
import uplink.connection.control.ApplicationLists;
import uplink.connection.control.ApplicationRows;
import uplink.connection.control.ApplicationRules;
import uplink.connection.control.ApplicationRules.Draft;
import uplink.connection.control.FunnelRows;
import uplink.connection.control.OrderRows;
import uplink.connection.control.Reach;
import uplink.connection.control.ShiftRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Outbox;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/**
 * What becomes of applications: new → feasible → scheduled → installed, or refused on the way; a refused one can be taken
 * up again. The schema lets no other way pass. Refusals of all changes: {@code not-found}; {@code validation}; {@code
 * stale} when somebody has changed it since the version that was seen; {@code invalid-state} when that is not its next
 * step. Each step is announced.
 */
@Stateless
@Allowed(Permission.APPLICATION_READ)
public class Applications {

    private static final int LONGEST_WORDS = 1000;
    private static final int ON_BOARD = 20;
    private static final int FUNNEL_DAYS = 90;
    private static final Duration DECIDED_SHOWN = Duration.ofDays(30);

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private Coverage coverage;

    @Inject
    private Houses houses;

    /** A slice for the console. */
    public List<Application> list(ApplicationQuery query) {
        return lists().list(query);
    }

    public long count(ApplicationQuery query) {
        return lists().count(query);
    }

    /** Newest first. */
    public Page<Application> page(ApplicationQuery query, PageRequest page) {
        return Page.of(lists().page(query, page.before(), page.limit() + 1), page.limit(), row -> row.id()
                .toString());
    }

    /** A column for each state; of the decided ones, those of the last thirty days. */
    public List<BoardColumn> listBoard(ApplicationQuery filters) {
        Instant since = clock.instant().minus(DECIDED_SHOWN);
        Map<ApplicationStatus, Long> counts = lists().countByStatus(new ApplicationQuery(
                null, filters.source(), filters.text(), filters.waiting(), since, filters.sort(), true, 0, 1));
        return Stream.of(ApplicationStatus.values())
                .map(status -> column(status, counts.getOrDefault(status, 0L), filters.column(status, since, ON_BOARD)))
                .toList();
    }

    private BoardColumn column(ApplicationStatus status, long count, ApplicationQuery query) {
        return new BoardColumn(status, count, count == 0 ? List.of() : lists().list(query));
    }

    /** How long applications may stay in each state. */
    public List<Ageing> listAgeing() {
        return rows().ageing();
    }

    /**
     * How far those have come that were made on these days, all of them first, then by source.
     *
     * @param from null: 89 days before the last one
     * @param to the last day; null: today. Refusals: {@code validation} unless it is a period of two years at most
     */
    public List<FunnelRow> listFunnel(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate last = to == null ? clock.today() : to;
        LocalDate first = from == null ? last.minusDays(FUNNEL_DAYS - 1) : from;
        new Validation()
                .check(
                        !last.isBefore(first) && !first.isBefore(last.minusYears(2)),
                        "to",
                        Text.of("connection.funnel.period"))
                .done();
        return new FunnelRows(Sql.in(database))
                .of(
                        first.atStartOfDay(clock.getZone()).toInstant(),
                        last.plusDays(1).atStartOfDay(clock.getZone()).toInstant());
    }

    /** Refusals: {@code not-found}. */
    public Application get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /**
     * What can be connected there today: in the house that was found, or else at the address as it was told. It proposes;
     * somebody decides. Refusals: {@code not-found}.
     */
    public Feasibility getFeasibility(UUID id) {
        return new Reach(coverage).of(get(id));
    }

    /** The states that it has been in, the first one first. Refusals: {@code not-found}. */
    public List<ApplicationStep> listSteps(UUID id) {
        get(id);
        return rows().steps(id);
    }

    /** Writes down what was told on the telephone, or by another system. Refusals: {@code validation}. */
    @Allowed(Permission.APPLICATION_WRITE)
    public Application record(RecordedApplication wanted) {
        Draft draft = new ApplicationRules(rows()::isOffered).of(wanted, rows()::isOpenCustomer);
        UUID id = Ids.next();
        String number = rows().add(id, draft, Callers.current().userId(), clock.instant());
        new ApplicationEvents(outbox, clock.instant()).created(id, number, draft);
        return get(id);
    }

    /**
     * The network reaches the address, which is written down as the contract will have it, in its house of the tree: the one
     * that was said, or the one that the words mean.
     */
    @Allowed(Permission.APPLICATION_WRITE)
    public Application accept(UUID id, @Nullable Integer version, Feasible found) {
        Validation validation = new Validation();
        Application.Place place = ApplicationRules.place(found.address(), validation);
        String note = validation.optionalWords("note", found.note(), LONGEST_WORDS);
        UUID tariff = found.tariffId();
        validation
                .check(tariff == null || rows().isOffered(tariff), "tariffId", Text.of("connection.tariff.not-offered"))
                .done();
        Application now = hold(id);
        ApplicationRows.require(now, version, ApplicationStatus.NEW);
        rows().place(id, housed(place), tariff);
        return moved(now, ApplicationStatus.FEASIBLE, note, false, ApplicationEvents.FEASIBLE);
    }

    private Application.Place housed(Application.Place place) {
        UUID said = place.placeId();
        return place.in(
                said == null
                        ? houses.find(place.city(), place.street(), place.house())
                                .orElse(null)
                        : houses.require(said));
    }

    /** Somebody cannot be connected; kept until there is a network, if that is why. */
    @Allowed(Permission.APPLICATION_WRITE)
    public Application refuse(UUID id, @Nullable Integer version, ApplicationRefusal why) {
        Validation validation = new Validation();
        String reason = validation.words("reason", why.reason(), LONGEST_WORDS);
        validation.done();
        Application now = hold(id);
        ApplicationRows.require(
                now, version, ApplicationStatus.NEW, ApplicationStatus.FEASIBLE, ApplicationStatus.SCHEDULED);
        new OrderRows(Sql.in(database)).callOff(id, reason, Callers.current().userId(), clock.instant());
        boolean waits = Boolean.TRUE.equals(why.awaitsCoverage());
        return moved(now, ApplicationStatus.REFUSED, reason, waits, ApplicationEvents.REFUSED);
    }

    /** A refused one is taken up again: there is a network now, or the refusal was a mistake. */
    @Allowed(Permission.APPLICATION_WRITE)
    public Application reopen(UUID id, @Nullable Integer version, @Nullable String note) {
        Validation validation = new Validation();
        String why = validation.optionalWords("note", note, LONGEST_WORDS);
        validation.done();
        Application now = hold(id);
        ApplicationRows.require(now, version, ApplicationStatus.REFUSED);
        return moved(now, ApplicationStatus.NEW, why, false, ApplicationEvents.REOPENED);
    }

    /**
     * A crew comes at that time. Refusals: also {@code not-allowed} when there is no free place in the shift any more, it is
     * over, or the crew goes out no more.
     */
    @Allowed(Permission.APPLICATION_WRITE)
    public Application schedule(UUID id, @Nullable Integer version, Appointment wish) {
        Validation validation = new Validation();
        String bring = validation.optionalWords("bring", wish.bring(), LONGEST_WORDS);
        validation.require("shiftId", wish.shiftId()).done();
        Application now = hold(id);
        ApplicationRows.require(now, version, ApplicationStatus.FEASIBLE);
        CrewShift shift = new ShiftRows(Sql.in(database))
                .lock(wish.shiftId())
                .orElseThrow(() -> BusinessException.invalid("shiftId", Text.of("connection.shift.unknown")));
        if (shift.free() < 1 || shift.isOver(LocalDateTime.ofInstant(clock.instant(), clock.getZone()))) {
            String why = shift.free() < 1 ? "connection.shift.full" : "connection.shift.past";
            throw new BusinessException(ProblemType.NOT_ALLOWED, Text.of(why));
        }
        new OrderRows(Sql.in(database))
                .add(Ids.next(), id, shift.id(), bring, Callers.current().userId(), clock.instant());
        rows().move(
                        id,
                        ApplicationStatus.SCHEDULED,
                        null,
                        false,
                        Callers.current().userId(),
                        clock.instant());
        new ApplicationEvents(outbox, clock.instant())
                .moved(
                        ApplicationEvents.SCHEDULED,
                        now,
                        Map.of(
                                "day", shift.day().toString(),
                                "from", shift.starts().toString(),
                                "to", shift.ends().toString()));
        return get(id);
    }

    /** The appointed visit is not made: another time has to be found. The reason must be told. */
    @Allowed(Permission.APPLICATION_WRITE)
    public Application callOff(UUID id, @Nullable Integer version, String reason) {
        Validation validation = new Validation();
        String why = validation.words("reason", reason, LONGEST_WORDS);
        validation.done();
        Application now = hold(id);
        ApplicationRows.require(now, version, ApplicationStatus.SCHEDULED);
        new OrderRows(Sql.in(database)).callOff(id, why, Callers.current().userId(), clock.instant());
        return moved(now, ApplicationStatus.FEASIBLE, why, false, ApplicationEvents.CALLED_OFF);
    }

    private Application moved(
            Application now, ApplicationStatus to, @Nullable String note, boolean waits, String event) {
        rows().move(now.id(), to, note, waits, Callers.current().userId(), clock.instant());
        new ApplicationEvents(outbox, clock.instant()).moved(event, now, Map.of("awaitsCoverage", waits));
        return get(now.id());
    }

    /** The customer first, then the application (ADR 25). */
    private Application hold(UUID id) {
        rows().customerOf(id).ifPresent(rows()::hold);
        return rows().lock(id).orElseThrow(BusinessException::notFound);
    }

    private ApplicationRows rows() {
        return new ApplicationRows(Sql.in(database), clock.today(), clock.getZone());
    }

    private ApplicationLists lists() {
        return new ApplicationLists(Sql.in(database), clock.today(), clock.getZone());
    }
}
