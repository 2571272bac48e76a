package uplink.billing.policy.control;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uplink.billing.policy.boundary.CalendarDay;
import uplink.shared.Sql;

/** Reads and writes the days of calendars. */
public final class CalendarRows {

    private final Sql sql;

    public CalendarRows(Sql sql) {
        this.sql = sql;
    }

    public Set<String> codes() {
        return new HashSet<>(sql.list("select code from calendars", row -> row.getString(1)));
    }

    /** The days of a year that are not as the week says, by day. */
    public List<CalendarDay> days(String calendar, int year) {
        return sql.list(
                """
                select day, kind = 'work', name_ru, name_en from calendar_days
                where calendar = ? and day >= make_date(?, 1, 1) and day < make_date(? + 1, 1, 1) order by day""",
                row -> new CalendarDay(
                        row.getObject(1, LocalDate.class), row.getBoolean(2), row.getString(3), row.getString(4)),
                calendar,
                year,
                year);
    }

    public void put(String calendar, CalendarDay day) {
        sql.update(
                """
                insert into calendar_days (calendar, day, kind, name_ru, name_en) values (?, ?, ?, ?, ?)
                on conflict (calendar, day) do update set kind = excluded.kind, name_ru = excluded.name_ru,
                    name_en = excluded.name_en""",
                calendar,
                day.day(),
                day.working() ? "work" : "off",
                day.nameRu(),
                day.nameEn());
    }

    /** Answers how many that was: 0 or 1. */
    public int remove(String calendar, LocalDate day) {
        return sql.update("delete from calendar_days where calendar = ? and day = ?", calendar, day);
    }
}
