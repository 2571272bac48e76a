package uplink.address.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uplink.address.boundary.HouseNote;
import uplink.shared.BusinessException;
import uplink.shared.Sql;
import uplink.shared.Text;

/** Table {@code house_notes}. */
public final class HouseNoteRows {

    private static final String COLUMNS = "select id, entrance, floor, text, version from house_notes ";

    private final Sql sql;

    public HouseNoteRows(Sql sql) {
        this.sql = sql;
    }

    /** Those of the whole house first, then by entrance and floor. */
    public List<HouseNote> of(UUID house) {
        return sql.list(
                COLUMNS
                        + "where place_id = ? order by entrance collate natural_order nulls first, floor collate natural_order nulls first",
                HouseNoteRows::note,
                house);
    }

    public Optional<HouseNote> one(UUID house, UUID id) {
        return sql.first(COLUMNS + "where place_id = ? and id = ?", HouseNoteRows::note, house, id);
    }

    /** {@code conflict} when there is one for that entrance and floor. */
    public void add(UUID house, HouseNote note) {
        int added = sql.update(
                "insert into house_notes (id, place_id, entrance, floor, text) values (?, ?, ?, ?, ?) on conflict do nothing",
                note.id(),
                house,
                note.entrance(),
                note.floor(),
                note.text());
        if (added == 0) {
            throw taken();
        }
    }

    public void replace(UUID house, HouseNote note) {
        long others = sql.number(
                """
                select count(*) from house_notes where place_id = ? and entrance is not distinct from ?
                    and floor is not distinct from ? and id <> ?""",
                house,
                note.entrance(),
                note.floor(),
                note.id());
        if (others > 0) {
            throw taken();
        }
        int changed = sql.update(
                """
                update house_notes set entrance = ?, floor = ?, text = ?, version = version + 1
                where id = ? and version = ?""",
                note.entrance(),
                note.floor(),
                note.text(),
                note.id(),
                note.version());
        if (changed == 0) {
            throw BusinessException.stale();
        }
    }

    /** @return false: there is none */
    public boolean delete(UUID house, UUID id) {
        return sql.update("delete from house_notes where place_id = ? and id = ?", house, id) == 1;
    }

    private static BusinessException taken() {
        return BusinessException.taken("entrance", Text.of("address.note.taken"));
    }

    private static HouseNote note(ResultSet row) throws SQLException {
        return new HouseNote(
                row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4), row.getInt(5));
    }
}
