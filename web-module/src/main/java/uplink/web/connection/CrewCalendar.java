package uplink.web.connection;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.Crew;
import uplink.connection.boundary.CrewShift;
import uplink.connection.boundary.Crews;
import uplink.connection.boundary.NewShifts;
import uplink.shared.BusinessClock;
import uplink.web.shell.Go;

/** A week of the crews: when they go out, and how full that is. */
@Named
@ViewScoped
public class CrewCalendar implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int WEEK = 7;

    @Inject
    private Crews crews;

    @Inject
    private BusinessClock clock;

    private @Nullable String from;
    private @Nullable UUID crew;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;
    private List<String> weekdays = new ArrayList<>();
    private @Nullable LocalTime starts = LocalTime.of(9, 0);
    private @Nullable LocalTime ends = LocalTime.of(13, 0);
    private @Nullable String area;
    private @Nullable Integer capacity = 3;
    private transient @Nullable List<CrewShift> shifts;

    /** The Monday of the week that is shown; what is no day is today. */
    public LocalDate getMonday() {
        LocalDate day = clock.today();
        try {
            day = from == null ? day : LocalDate.parse(from);
        } catch (DateTimeParseException e) {
            from = null;
        }
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    public List<LocalDate> getDays() {
        return getMonday().datesUntil(getMonday().plusDays(WEEK)).toList();
    }

    /** Those that go out, and those that are out in this week. */
    public List<Crew> getRows() {
        Set<UUID> out = getShifts().stream().map(CrewShift::crewId).collect(Collectors.toSet());
        return crews.list().stream()
                .filter(one -> one.active() || out.contains(one.id()))
                .toList();
    }

    public List<CrewShift> of(Crew one, LocalDate day) {
        return getShifts().stream()
                .filter(shift -> shift.crewId().equals(one.id()) && shift.day().equals(day))
                .toList();
    }

    private List<CrewShift> getShifts() {
        if (shifts == null) {
            shifts = crews.listShifts(getMonday(), null, null);
        }
        return shifts;
    }

    /** A badge's tone: full, nearly, or with room. */
    public String tone(CrewShift shift) {
        if (shift.free() <= 0) {
            return "bad";
        }
        return shift.free() == 1 ? "warn" : "good";
    }

    public void plan() {
        Set<Integer> days = weekdays.stream().map(Integer::valueOf).collect(Collectors.toSet());
        LocalDate on = Go.given(first);
        crews.plan(
                Go.given(crew),
                new NewShifts(on, last, days, Go.given(starts), Go.given(ends), area, Go.given(capacity)));
        Go.to("/crew-calendar?from=" + on, "crew.planned");
    }

    public void unplan(CrewShift shift) {
        crews.unplan(shift.crewId(), shift.id());
        Go.to("/crew-calendar?from=" + getMonday(), "crew.unplanned");
    }

    public List<Integer> getAllWeekdays() {
        return IntStream.rangeClosed(1, WEEK).boxed().toList();
    }

    public LocalDate getBefore() {
        return getMonday().minusDays(WEEK);
    }

    public LocalDate getAfter() {
        return getMonday().plusDays(WEEK);
    }

    public @Nullable String getFrom() {
        return from;
    }

    public void setFrom(@Nullable String from) {
        this.from = from;
    }

    public @Nullable UUID getCrew() {
        return crew;
    }

    public void setCrew(@Nullable UUID crew) {
        this.crew = crew;
    }

    public @Nullable LocalDate getFirst() {
        return first;
    }

    public void setFirst(@Nullable LocalDate first) {
        this.first = first;
    }

    public @Nullable LocalDate getLast() {
        return last;
    }

    public void setLast(@Nullable LocalDate last) {
        this.last = last;
    }

    public List<String> getWeekdays() {
        return weekdays;
    }

    public void setWeekdays(List<String> weekdays) {
        this.weekdays = weekdays;
    }

    public @Nullable LocalTime getStarts() {
        return starts;
    }

    public void setStarts(@Nullable LocalTime starts) {
        this.starts = starts;
    }

    public @Nullable LocalTime getEnds() {
        return ends;
    }

    public void setEnds(@Nullable LocalTime ends) {
        this.ends = ends;
    }

    public @Nullable String getArea() {
        return area;
    }

    public void setArea(@Nullable String area) {
        this.area = area;
    }

    public @Nullable Integer getCapacity() {
        return capacity;
    }

    public void setCapacity(@Nullable Integer capacity) {
        this.capacity = capacity;
    }
}
