package uplink.billing.policy.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;
import uplink.billing.policy.control.CalendarRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/** Calendars of working days. Saturdays and Sundays are off unless a day says otherwise. */
@Stateless
@Allowed(Permission.CATALOG_READ)
public class Calendars {

    private static final int EARLIEST = 2000;
    private static final int LATEST = 2100;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    /** The days of a year that are not as the week says; {@code not-found}, {@code validation}. */
    public List<CalendarDay> listDays(String calendar, int year) {
        require(calendar);
        if (year < EARLIEST || year > LATEST) {
            throw BusinessException.invalid("year", Text.of("policy.range", EARLIEST, LATEST));
        }
        return rows().days(calendar, year);
    }

    /** Sets a day; {@code not-found}, {@code validation}. */
    @Allowed(Permission.CATALOG_WRITE)
    public CalendarDay put(String calendar, CalendarDay day) {
        require(calendar);
        Validation validation = new Validation();
        validation.require("day", day.day());
        CalendarDay checked = new CalendarDay(
                day.day(),
                day.working(),
                validation.text("nameRu", day.nameRu(), 200),
                validation.text("nameEn", day.nameEn(), 200));
        validation.done();
        rows().put(calendar, checked);
        return checked;
    }

    /** Has a day be as the week says; {@code not-found}. */
    @Allowed(Permission.CATALOG_WRITE)
    public void remove(String calendar, LocalDate day) {
        if (rows().remove(calendar, day) == 0) {
            throw BusinessException.notFound();
        }
    }

    private void require(String calendar) {
        if (!rows().codes().contains(calendar)) {
            throw BusinessException.notFound();
        }
    }

    private CalendarRows rows() {
        return new CalendarRows(Sql.in(database));
    }
}
