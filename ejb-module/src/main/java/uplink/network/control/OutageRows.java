package uplink.network.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.network.boundary.Outage;
import uplink.network.boundary.OutagePlace;
import uplink.network.boundary.OutageStatus;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;

/** Tables {@code outages} and {@code outage_places}. */
public final class OutageRows {

    static final String SELECT =
            """
            select o.id, o.status, array(select city from outage_places where outage_id = o.id order by place),
                array(select street from outage_places where outage_id = o.id order by place),
                array(select house from outage_places where outage_id = o.id order by place), o.reason_ru, o.reason_en,
                o.note, o.starts_at, o.expected_end, o.ended_at, o.customers, o.created_at, o.version
            from outages o\s""";

    private final Sql sql;

    public OutageRows(Sql sql) {
        this.sql = sql;
    }

    public Optional<Outage> one(UUID id) {
        return sql.first(SELECT + "where o.id = ?", OutageRows::outage, id);
    }

    /** Those that last or are to come, the earliest first. */
    public List<Outage> open() {
        return sql.list(
                SELECT + "where o.status in ('planned', 'current') order by o.starts_at, o.id", OutageRows::outage);
    }

    public void add(Outage outage, @Nullable UUID by) {
        sql.update(
                """
                insert into outages (id, status, reason_ru, reason_en, note, starts_at, expected_end, created_at, created_by,
                    updated_at) values (?, 'planned', ?, ?, ?, ?, ?, ?, ?, ?)""",
                outage.id(),
                outage.reasonRu(),
                outage.reasonEn(),
                outage.note(),
                outage.startsAt(),
                outage.expectedEnd(),
                outage.createdAt(),
                by,
                outage.createdAt());
        place(outage);
    }

    /** Writes what it says when it still has that version and is open; {@code stale}, {@code invalid-state}. */
    public void replace(Outage outage, Instant now) {
        int changed = sql.update(
                """
                update outages set reason_ru = ?, reason_en = ?, note = ?, starts_at = ?, expected_end = ?, updated_at = ?,
                    version = version + 1
                where id = ? and version = ? and status in ('planned', 'current')""",
                outage.reasonRu(),
                outage.reasonEn(),
                outage.note(),
                outage.startsAt(),
                outage.expectedEnd(),
                now,
                outage.id(),
                outage.version());
        if (changed == 0) {
            throw refusal(outage.id(), outage.version());
        }
        sql.update("delete from outage_places where outage_id = ?", outage.id());
        place(outage);
    }

    /** What is written twice counts once. */
    private void place(Outage outage) {
        List<OutagePlace> places = outage.places();
        sql.update(
                """
                insert into outage_places (outage_id, place, city, street, house)
                select ?, n, city, street, house from unnest(?::text[], ?::text[], ?::text[])
                    with ordinality as p (city, street, house, n)
                on conflict do nothing""",
                outage.id(),
                places.stream().map(OutagePlace::city).toArray(String[]::new),
                places.stream().map(OutagePlace::street).toArray(String[]::new),
                places.stream().map(OutagePlace::house).toArray(String[]::new));
        sql.update(
                """
                update outages set customers = (select count(distinct customer_id) from outage_services
                    where outage_id = ?) where id = ?""",
                outage.id(),
                outage.id());
    }

    /**
     * From one state to the next, of the version that is expected, if any; {@code not-found}, {@code stale},
     * {@code invalid-state}.
     */
    public void move(UUID id, @Nullable Integer version, OutageStatus from, OutageStatus to, Instant now) {
        int moved = sql.update(
                """
                update outages set status = ?, ended_at = case when ? = 'ended' then greatest(?, starts_at) end,
                    updated_at = ?, version = version + 1
                where id = ? and status = ? and (?::integer is null or version = ?)""",
                to.code(),
                to.code(),
                now,
                now,
                id,
                from.code(),
                version,
                version);
        if (moved == 0) {
            throw refusal(id, version);
        }
    }

    /** Lets some planned ones whose time has come begin; whoever else does the same meanwhile gets others. */
    public List<UUID> begin(Instant now, int atMost) {
        return sql.list(
                """
                update outages o set status = 'current', updated_at = ?, version = version + 1, customers =
                    (select count(distinct v.customer_id) from outage_services v where v.outage_id = o.id)
                where o.id in (select id from outages where status = 'planned' and starts_at <= ?
                    order by starts_at limit ? for update skip locked)
                returning o.id""",
                row -> row.getObject(1, UUID.class),
                now,
                now,
                atMost);
    }

    /** Lets this one begin when it is planned and its time has come; whether it did. */
    public boolean begin(UUID id, Instant now) {
        return sql.update(
                        "update outages set status = 'current' where id = ? and status = 'planned' and starts_at <= ?",
                        id,
                        now)
                == 1;
    }

    private BusinessException refusal(UUID id, @Nullable Integer version) {
        Outage now = one(id).orElseThrow(BusinessException::notFound);
        if (now.open() && version != null && version != now.version()) {
            return BusinessException.stale();
        }
        String why =
                switch (now.status()) {
                    case PLANNED -> "network.outage.not-begun";
                    case CURRENT -> "network.outage.lasts";
                    case ENDED, WITHDRAWN -> "network.outage.over";
                };
        return new BusinessException(ProblemType.INVALID_STATE, Text.of(why));
    }

    static Outage outage(ResultSet row) throws SQLException {
        return new Outage(
                row.getObject(1, UUID.class),
                Coded.of(OutageStatus.class, row.getString(2)),
                places(row),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getTimestamp(9).toInstant(),
                instant(row, 10),
                instant(row, 11),
                row.getInt(12),
                row.getTimestamp(13).toInstant(),
                row.getInt(14));
    }

    private static List<OutagePlace> places(ResultSet row) throws SQLException {
        String[] cities = (String[]) row.getArray(3).getArray();
        @Nullable String[] streets = (String[]) row.getArray(4).getArray();
        @Nullable String[] houses = (String[]) row.getArray(5).getArray();
        List<OutagePlace> places = new ArrayList<>();
        for (int i = 0; i < cities.length; i++) {
            places.add(new OutagePlace(cities[i], streets[i], houses[i]));
        }
        return places;
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
