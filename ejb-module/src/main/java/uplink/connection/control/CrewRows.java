package uplink.connection.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.Crew;
import uplink.inventory.boundary.CrewMember;
import uplink.shared.BusinessException;
import uplink.shared.Sql;
import uplink.shared.Text;

/** Tables {@code crews} and {@code crew_members}. */
public final class CrewRows {

    private static final String ROWS =
            """
            select c.id, c.name, c.is_active,
                array(select u.id from crew_members m join users u on u.id = m.user_id where m.crew_id = c.id
                    order by u.full_name, u.id),
                array(select u.full_name from crew_members m join users u on u.id = m.user_id where m.crew_id = c.id
                    order by u.full_name, u.id), c.version
            from crews c\s""";

    private final Sql sql;

    public CrewRows(Sql sql) {
        this.sql = sql;
    }

    /** By name, those that go out first. */
    public List<Crew> all() {
        return sql.list(ROWS + "order by not c.is_active, lower(c.name)", CrewRows::read);
    }

    public Optional<Crew> one(UUID id) {
        return sql.first(ROWS + "where c.id = ?", CrewRows::read, id);
    }

    /** The crew that a technician goes with. */
    public Optional<UUID> ofMember(@Nullable UUID user) {
        return sql.first(
                "select crew_id from crew_members where user_id = ?", row -> row.getObject(1, UUID.class), user);
    }

    /** {@code conflict} when the name is taken. */
    public void add(UUID id, String name, boolean active) {
        int added = sql.update(
                "insert into crews (id, name, is_active) values (?, ?, ?) on conflict do nothing", id, name, active);
        if (added == 0) {
            throw BusinessException.taken("name", Text.of("connection.crew.taken"));
        }
    }

    /** Writes the crew when it still has that version; {@code stale}, {@code conflict} when another one has the name. */
    public void replace(UUID id, int version, String name, boolean active) {
        if (sql.number("select count(*) from crews where lower(name) = lower(?) and id <> ?", name, id) > 0) {
            throw BusinessException.taken("name", Text.of("connection.crew.taken"));
        }
        int changed = sql.update(
                "update crews set name = ?, is_active = ?, version = version + 1 where id = ? and version = ?",
                name,
                active,
                id,
                version);
        if (changed == 0) {
            throw BusinessException.stale();
        }
    }

    /** Who of these cannot go with the crew: no technician, or with another crew. */
    public List<UUID> unfit(UUID crew, List<UUID> members) {
        return sql.list(
                """
                select m.id from unnest(?::uuid[]) m (id) where not exists
                    (select 1 from users u where u.id = m.id and u.role = 'tech' and u.is_active)
                    or exists (select 1 from crew_members o where o.user_id = m.id and o.crew_id <> ?)""",
                row -> row.getObject(1, UUID.class),
                members.toArray(UUID[]::new),
                crew);
    }

    /** These go with the crew, and nobody else; who stays is not written again. */
    public void join(UUID crew, List<UUID> members) {
        UUID[] ids = members.toArray(UUID[]::new);
        sql.update("delete from crew_members where crew_id = ? and user_id <> all (?)", crew, ids);
        sql.update(
                """
                insert into crew_members (crew_id, user_id) select ?, id from unnest(?::uuid[]) m (id)
                where not exists (select 1 from crew_members where crew_id = ? and user_id = m.id)""",
                crew,
                ids,
                crew);
    }

    private static Crew read(ResultSet row) throws SQLException {
        UUID[] ids = (UUID[]) row.getArray(4).getArray();
        String[] names = (String[]) row.getArray(5).getArray();
        List<CrewMember> members = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            members.add(new CrewMember(ids[i], names[i]));
        }
        return new Crew(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3), members, row.getInt(6));
    }
}
