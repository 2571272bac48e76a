package uplink.connection.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.connection.control.CrewRows;
import uplink.connection.control.ShiftRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/** Who goes out to customers, and when. A crew is in one place at a time, and makes no more visits than it can. */
@Stateless
@Allowed({Permission.APPLICATION_READ, Permission.CREW_WRITE})
public class Crews {

    private static final int LONGEST = 100;
    private static final int MOST_MEMBERS = 20;
    private static final int MOST_DAYS = 62;
    private static final int MOST_VISITS = 50;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    /** By name, those that go out first. */
    public List<Crew> list() {
        return rows().all();
    }

    /** Refusals: {@code not-found}. */
    public Crew get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /**
     * Shifts of some days, by day and hour.
     *
     * @param from null: today
     * @param to null: six days after that; at most 62 days. Refusals: {@code validation}
     */
    public List<CrewShift> listShifts(@Nullable LocalDate from, @Nullable LocalDate to, @Nullable UUID crew) {
        LocalDate first = from == null ? clock.today() : from;
        return shifts().between(first, last(first, to, first.plusDays(6)), crew);
    }

    /** Shifts with a free place, from now on or later; the days as above. */
    public List<CrewShift> listFree(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate first = from == null || from.isBefore(clock.today()) ? clock.today() : from;
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), clock.getZone());
        return shifts().free(first, last(first, to, first.plusDays(13)), now);
    }

    /** Refusals: {@code validation}, {@code conflict} when the name is taken. */
    @Allowed(Permission.CREW_WRITE)
    public Crew create(NewCrew wanted) {
        UUID id = Ids.next();
        NewCrew crew = checked(id, wanted);
        rows().add(id, crew.name(), !Boolean.FALSE.equals(crew.active()));
        rows().join(id, crew.memberIds());
        return get(id);
    }

    /** Refusals: {@code not-found}, {@code stale}, {@code validation}, {@code conflict} when the name is taken. */
    @Allowed(Permission.CREW_WRITE)
    public Crew replace(UUID id, @Nullable Integer version, NewCrew wanted) {
        Crew kept = get(id);
        NewCrew crew = checked(id, wanted);
        rows().replace(
                        id,
                        version == null ? kept.version() : version,
                        crew.name(),
                        !Boolean.FALSE.equals(crew.active()));
        rows().join(id, crew.memberIds());
        return get(id);
    }

    /**
     * A crew goes out on these days; on those on which it is out at that time already nothing is changed. Refusals: {@code
     * not-found}, {@code validation}, {@code conflict} when it is out on all of them.
     */
    @Allowed(Permission.CREW_WRITE)
    public List<CrewShift> plan(UUID crew, NewShifts wanted) {
        get(crew);
        Validation validation = new Validation();
        LocalDate from = wanted.from();
        validation.require("from", from).require("starts", wanted.starts()).require("ends", wanted.ends());
        validation.done();
        LocalDate to = last(from, wanted.to(), from);
        String area = validation.optional("area", wanted.area(), LONGEST);
        List<LocalDate> days = from.datesUntil(to.plusDays(1))
                .filter(day -> wanted.weekdays().isEmpty()
                        || wanted.weekdays().contains(day.getDayOfWeek().getValue()))
                .toList();
        validation
                .check(!from.isBefore(clock.today()), "from", Text.of("connection.shift.past"))
                .check(wanted.ends().isAfter(wanted.starts()), "ends", Text.of("connection.shift.length"))
                .check(
                        wanted.capacity() >= 1 && wanted.capacity() <= MOST_VISITS,
                        "capacity",
                        Text.of("connection.shift.capacity", MOST_VISITS))
                .check(
                        wanted.weekdays().stream().allMatch(Crews::isWeekday) && !days.isEmpty(),
                        "weekdays",
                        Text.of("connection.shift.weekdays"))
                .done();
        if (shifts().add(crew, days, wanted, area == null ? "" : area) == days.size()) {
            throw new BusinessException(ProblemType.CONFLICT, Text.of("connection.shift.out"));
        }
        return shifts().between(from, to, crew);
    }

    private static boolean isWeekday(int day) {
        return day >= DayOfWeek.MONDAY.getValue() && day <= DayOfWeek.SUNDAY.getValue();
    }

    /** A shift in which nobody has an appointment does not happen. Refusals: {@code not-found}, {@code invalid-state}. */
    @Allowed(Permission.CREW_WRITE)
    public void unplan(UUID crew, UUID shift) {
        boolean own =
                shifts().one(shift).filter(one -> one.crewId().equals(crew)).isPresent();
        if (!own) {
            throw BusinessException.notFound();
        }
        if (!shifts().remove(shift)) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("connection.shift.booked"));
        }
    }

    private NewCrew checked(UUID id, NewCrew wanted) {
        Validation validation = new Validation();
        String name = validation.text("name", wanted.name(), LONGEST);
        List<UUID> members = wanted.memberIds().stream().distinct().toList();
        validation
                .check(
                        members.size() <= MOST_MEMBERS
                                && rows().unfit(id, members).isEmpty(),
                        "memberIds",
                        Text.of("connection.crew.members", MOST_MEMBERS))
                .done();
        return new NewCrew(name, wanted.active(), members);
    }

    private static LocalDate last(LocalDate from, @Nullable LocalDate to, LocalDate otherwise) {
        LocalDate last = to == null ? otherwise : to;
        if (last.isBefore(from) || last.isAfter(from.plusDays(MOST_DAYS - 1))) {
            throw BusinessException.invalid("to", Text.of("connection.shift.days", MOST_DAYS));
        }
        return last;
    }

    private CrewRows rows() {
        return new CrewRows(Sql.in(database));
    }

    private ShiftRows shifts() {
        return new ShiftRows(Sql.in(database));
    }
}
