package uplink.connection.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.CrewShift;
import uplink.connection.boundary.NewShifts;
import uplink.shared.Ids;
import uplink.shared.Sql;

/** Table {@code crew_shifts}. */
public final class ShiftRows {

    private static final String ROWS =
            """
            select s.id, s.crew_id, c.name, s.day, s.starts, s.ends, nullif(s.area, ''), s.capacity, s.booked
            from crew_shifts s join crews c on c.id = s.crew_id\s""";

    private final Sql sql;

    public ShiftRows(Sql sql) {
        this.sql = sql;
    }

    /** Those of some days, by day and hour. */
    public List<CrewShift> between(LocalDate from, LocalDate to, @Nullable UUID crew) {
        return sql.list(
                ROWS
                        + "where s.day between ? and ? and (?::uuid is null or s.crew_id = ?) order by s.day,"
                        + " s.starts, c.name",
                ShiftRows::read,
                from,
                to,
                crew,
                crew);
    }

    /** Those of crews that go out, which have a free place and are not over at that time of the operator's. */
    public List<CrewShift> free(LocalDate from, LocalDate to, LocalDateTime now) {
        return sql.list(
                ROWS
                        + """
                        where s.day between ? and ? and s.day + s.ends > ? and c.is_active and s.booked < s.capacity
                        order by s.day, s.starts, c.name""",
                ShiftRows::read,
                from,
                to,
                now);
    }

    public Optional<CrewShift> one(UUID id) {
        return sql.first(ROWS + "where s.id = ?", ShiftRows::read, id);
    }

    /** One of a crew that goes out, which this transaction holds: whoever else wants a place in it waits. */
    public Optional<CrewShift> lock(UUID id) {
        return sql.first(ROWS + "where s.id = ? and c.is_active for no key update of s", ShiftRows::read, id);
    }

    /** Adds a shift for each of these days; answers on how many of them the crew is out at that time already. */
    public int add(UUID crew, List<LocalDate> days, NewShifts wanted, String area) {
        int added = sql.update(
                """
                insert into crew_shifts (id, crew_id, day, starts, ends, area, capacity)
                select id, ?, day, ?::time, ?::time, ?, ? from unnest(?::uuid[], ?::date[]) d (id, day)
                on conflict do nothing""",
                crew,
                wanted.starts().toString(),
                wanted.ends().toString(),
                area,
                wanted.capacity(),
                days.stream().map(day -> Ids.next()).toArray(UUID[]::new),
                days.toArray(LocalDate[]::new));
        return days.size() - added;
    }

    /** Takes one away that nobody has an appointment in, and never had. */
    public boolean remove(UUID id) {
        return sql.update(
                        """
                        delete from crew_shifts s where id = ? and booked = 0
                            and not exists (select 1 from work_orders w where w.shift_id = s.id)""",
                        id)
                > 0;
    }

    static CrewShift read(ResultSet row) throws SQLException {
        return new CrewShift(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, LocalTime.class),
                row.getObject(6, LocalTime.class),
                row.getString(7),
                row.getInt(8),
                row.getInt(9));
    }
}
