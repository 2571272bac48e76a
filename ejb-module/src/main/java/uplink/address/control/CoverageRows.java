package uplink.address.control;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.CoverageRow;
import uplink.address.boundary.NewCoverage;
import uplink.address.boundary.Technology;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Table {@code coverage}. */
public final class CoverageRows {

    private static final String COLUMNS =
            """
            select c.id, c.place_id, place_line(c.place_id), c.technology, c.speed_down, c.speed_up, c.available_from,
                c.planned_from, c.ended_on, c.note, c.version from coverage c\s""";

    private final Sql sql;

    public CoverageRows(Sql sql) {
        this.sql = sql;
    }

    public Optional<CoverageRow> one(UUID id) {
        return sql.first(COLUMNS + "where c.id = ?", CoverageRows::row, id);
    }

    /** What holds on that day at the place and at all that it lies within, what is said of the smallest place first. */
    public List<CoverageRow> above(UUID place, LocalDate day) {
        return sql.list(
                """
                with recursive up (id, parent_id, step) as (
                    select p.id, p.parent_id, 1 from places p where p.id = ?
                    union all
                    select p.id, p.parent_id, up.step + 1 from up join places p on p.id = up.parent_id)
                """
                        + COLUMNS
                        + "join up on up.id = c.place_id where c.ended_on is null or c.ended_on > ? "
                        + "order by up.step, c.technology, c.ended_on nulls last",
                CoverageRows::row,
                place,
                day);
    }

    /** All that was ever said of the place itself, the latest first. */
    public List<CoverageRow> of(UUID place) {
        return sql.list(
                COLUMNS + "where c.place_id = ? order by c.ended_on desc nulls first, c.technology, c.id desc",
                CoverageRows::row,
                place);
    }

    /** The one of a technology that has not been ended. */
    public Optional<CoverageRow> open(UUID place, Technology technology) {
        return sql.first(
                COLUMNS + "where c.place_id = ? and c.technology = ? and c.ended_on is null for update of c",
                CoverageRows::row,
                place,
                technology.code());
    }

    /** {@code conflict} when somebody has said something of the technology there in the meantime. */
    public void add(UUID id, UUID place, NewCoverage said) {
        int added = sql.update(
                """
                insert into coverage (speed_down, speed_up, available_from, planned_from, note, id, place_id, technology)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                said.speedDown(),
                said.speedUp(),
                said.availableFrom(),
                said.plannedFrom(),
                said.note(),
                id,
                place,
                said.technology().code());
        refuseStale(added);
    }

    public void replace(UUID id, int version, NewCoverage said) {
        refuseStale(sql.update(
                """
                update coverage set speed_down = ?, speed_up = ?, available_from = ?, planned_from = ?, note = ?,
                    version = version + 1 where id = ? and version = ? and ended_on is null""",
                said.speedDown(),
                said.speedUp(),
                said.availableFrom(),
                said.plannedFrom(),
                said.note(),
                id,
                version));
    }

    public void end(UUID id, int version, LocalDate day) {
        refuseStale(sql.update(
                "update coverage set ended_on = ?, version = version + 1 where id = ? and version = ? and ended_on is null",
                day,
                id,
                version));
    }

    private static void refuseStale(int changed) {
        if (changed == 0) {
            throw BusinessException.stale();
        }
    }

    private static CoverageRow row(ResultSet row) throws SQLException {
        return new CoverageRow(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                Coded.of(Technology.class, row.getString(4)),
                row.getObject(5, Integer.class),
                row.getObject(6, Integer.class),
                day(row.getDate(7)),
                day(row.getDate(8)),
                day(row.getDate(9)),
                row.getString(10),
                row.getInt(11));
    }

    private static @Nullable LocalDate day(@Nullable Date day) {
        return day == null ? null : day.toLocalDate();
    }
}
