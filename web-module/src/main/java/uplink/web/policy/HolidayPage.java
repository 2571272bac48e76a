package uplink.web.policy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.billing.policy.boundary.CalendarDay;
import uplink.billing.policy.boundary.Calendars;
import uplink.shared.BusinessClock;
import uplink.web.shell.Go;

/** Holidays, and Saturdays on which people work: a year at a time. */
@Named
@RequestScoped
public class HolidayPage {

    private static final String CALENDAR = "ru";

    @Inject
    private Calendars calendars;

    @Inject
    private BusinessClock clock;

    private @Nullable Integer year;
    private @Nullable LocalDate day;
    private boolean working;
    private @Nullable String nameRu;
    private @Nullable String nameEn;
    private @Nullable List<CalendarDay> days;

    public List<CalendarDay> getDays() {
        if (days == null) {
            days = calendars.listDays(CALENDAR, getYear());
        }
        return days;
    }

    public void add() {
        LocalDate on = Go.given(day);
        calendars.put(CALENDAR, new CalendarDay(on, working, Go.given(nameRu), Go.given(nameEn)));
        Go.to("/holidays?year=" + on.getYear(), "holidays.saved");
    }

    public void remove(LocalDate on) {
        calendars.remove(CALENDAR, on);
        Go.to("/holidays?year=" + on.getYear(), "holidays.removed");
    }

    public Integer getYear() {
        return year == null ? clock.today().getYear() : year;
    }

    public void setYear(@Nullable Integer year) {
        this.year = year;
    }

    public @Nullable LocalDate getDay() {
        return day;
    }

    public void setDay(@Nullable LocalDate day) {
        this.day = day;
    }

    public boolean isWorking() {
        return working;
    }

    public void setWorking(boolean working) {
        this.working = working;
    }

    public @Nullable String getNameRu() {
        return nameRu;
    }

    public void setNameRu(@Nullable String nameRu) {
        this.nameRu = nameRu;
    }

    public @Nullable String getNameEn() {
        return nameEn;
    }

    public void setNameEn(@Nullable String nameEn) {
        this.nameEn = nameEn;
    }
}
