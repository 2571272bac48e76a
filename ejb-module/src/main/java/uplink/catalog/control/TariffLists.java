package uplink.catalog.control;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.Audience;
import uplink.catalog.boundary.Period;
import uplink.catalog.boundary.Spread;
import uplink.catalog.boundary.TariffKind;
import uplink.catalog.boundary.TariffOffer;
import uplink.catalog.boundary.TariffPart;
import uplink.catalog.boundary.TariffQuery;
import uplink.catalog.boundary.TariffRow;
import uplink.catalog.boundary.Timing;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Lists of tariffs, filtered, sorted and cut in the database. */
public final class TariffLists {

    /** A page of the API and the row that tells that there is another. */
    private static final int MOST = 101;

    private static final String ROWS =
            """
            select t.id, t.code, t.kind, t.customer_kind, t.is_active, v.name_ru, v.name_en, v.speed_down, v.speed_up,
                v.price, v.currency, v.period, v.valid_from, v.valid_to,
                (select count(*) from subscriptions s where s.tariff_id = t.id and s.status <> 'cancelled') subscribers,
                t.is_addon, t.is_self_service
            from tariffs t
            join lateral (select * from tariff_versions v where v.tariff_id = t.id
                order by v.valid_from > ?, case when v.valid_from <= ? then v.valid_from end desc, v.valid_from
                limit 1) v on true""";
    private static final String OFFERED =
            """
            select t.id, t.code, t.kind, t.customer_kind, v.name_ru, v.name_en, v.speed_down, v.speed_up, v.price,
                v.currency, v.period, v.timing, v.spread,
                array(select case when ? then pv.name_en else pv.name_ru end from packages p
                    join tariff_versions pv on pv.tariff_id = p.part_tariff_id
                        and pv.valid_from <= ? and (pv.valid_to is null or pv.valid_to > ?)
                    where p.tariff_id = t.id order by p.position),
                t.is_addon
            from tariffs t
            join tariff_versions v on v.tariff_id = t.id
                and v.valid_from <= ? and (v.valid_to is null or v.valid_to > ?)
            where t.is_active order by t.code""";

    private final Sql sql;
    private final LocalDate today;

    public TariffLists(DataSource database, LocalDate today) {
        this.sql = Sql.in(database);
        this.today = today;
    }

    public List<TariffOffer> offered(Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        return sql.list(OFFERED, row -> offer(row, english), english, today, today, today, today);
    }

    private static TariffOffer offer(ResultSet row, boolean english) throws SQLException {
        return new TariffOffer(
                row.getObject(1, UUID.class),
                row.getString(2),
                Coded.of(TariffKind.class, row.getString(3)),
                audience(row.getString(4)),
                row.getBoolean(15),
                row.getString(english ? 6 : 5),
                VersionRows.integer(row, 7),
                VersionRows.integer(row, 8),
                row.getBigDecimal(9),
                row.getString(10),
                Coded.of(Period.class, row.getString(11)),
                Coded.of(Timing.class, row.getString(12)),
                Coded.of(Spread.class, row.getString(13)),
                texts(row.getArray(14)));
    }

    public List<TariffRow> list(TariffQuery query) {
        List<Object> parameters = new ArrayList<>(List.of(today, today));
        String where = where(query, parameters);
        parameters.add(Math.max(1, Math.min(query.size(), MOST)));
        parameters.add(Math.max(0, query.first()));
        String order =
                switch (query.sort()) {
                    case CODE -> "t.code";
                    case NAME -> "v.name_ru";
                    case PRICE -> "v.price";
                    case SUBSCRIBERS -> "subscribers";
                };
        return sql.list(
                ROWS + where + " order by " + order + (query.ascending() ? "" : " desc") + ", t.id limit ? offset ?",
                TariffLists::row,
                parameters.toArray());
    }

    public long count(TariffQuery query) {
        List<Object> parameters = new ArrayList<>();
        String where = where(query, parameters);
        return sql.number("select count(*) from tariffs t" + where, parameters.toArray());
    }

    private static String where(TariffQuery query, List<Object> parameters) {
        StringBuilder where = new StringBuilder(" where true");
        String text = query.text();
        if (text != null && !text.isBlank()) {
            where.append(' ')
                    .append(
                            """
                    and (position(fold_text(?) in fold_text(t.code)) > 0 or exists (select 1 from tariff_versions n
                        where n.tariff_id = t.id
                        and position(fold_text(?) in fold_text(n.name_ru || ' ' || n.name_en)) > 0))""");
            parameters.add(text.strip());
            parameters.add(text.strip());
        }
        TariffKind kind = query.kind();
        if (kind != null) {
            where.append(" and t.kind = ?");
            parameters.add(kind.code());
        }
        Boolean active = query.active();
        if (active != null) {
            where.append(" and t.is_active = ?");
            parameters.add(active);
        }
        Boolean addon = query.addon();
        if (addon != null) {
            where.append(" and t.is_addon = ?");
            parameters.add(addon);
        }
        return where.toString();
    }

    private static TariffRow row(ResultSet row) throws SQLException {
        return new TariffRow(
                row.getObject(1, UUID.class),
                row.getString(2),
                Coded.of(TariffKind.class, row.getString(3)),
                audience(row.getString(4)),
                row.getBoolean(5),
                row.getBoolean(16),
                row.getBoolean(17),
                row.getString(6),
                row.getString(7),
                VersionRows.integer(row, 8),
                VersionRows.integer(row, 9),
                row.getBigDecimal(10),
                row.getString(11),
                Coded.of(Period.class, row.getString(12)),
                row.getObject(13, LocalDate.class),
                row.getObject(14, LocalDate.class),
                row.getLong(15));
    }

    private static @Nullable Audience audience(@Nullable String code) {
        return code == null ? null : Coded.of(Audience.class, code);
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    /** What a package contains, in its order; named as of today or, before the first version, as of that. */
    public List<TariffPart> parts(UUID tariff) {
        return sql.list(
                """
                select t.id, t.code, v.name_ru, v.name_en from packages p join tariffs t on t.id = p.part_tariff_id
                join lateral (select * from tariff_versions v where v.tariff_id = t.id
                    order by v.valid_from > ?, case when v.valid_from <= ? then v.valid_from end desc, v.valid_from
                    limit 1) v on true
                where p.tariff_id = ? order by p.position""",
                row -> new TariffPart(
                        row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getString(4)),
                today,
                today,
                tariff);
    }

    /** Replaces what a package contains. */
    public void replaceParts(UUID tariff, List<UUID> parts) {
        sql.update("delete from packages where tariff_id = ?", tariff);
        sql.update(
                """
                insert into packages (tariff_id, part_tariff_id, position)
                select ?, part, no from unnest(?) with ordinality as p (part, no)""",
                tariff,
                parts.toArray(UUID[]::new));
    }

    /** Whether all of these are tariffs that may be part of a package. */
    public boolean areParts(List<UUID> parts) {
        UUID[] ids = parts.stream().distinct().toArray(UUID[]::new);
        return ids.length == parts.size()
                && sql.number("select count(*) from tariffs where id = any (?) and kind <> 'package'", (Object) ids)
                        == ids.length;
    }

    public boolean hasCode(String code) {
        return sql.number("select count(*) from tariffs where code = ?", code) > 0;
    }
}
