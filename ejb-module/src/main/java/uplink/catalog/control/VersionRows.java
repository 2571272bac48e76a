package uplink.catalog.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.PartRule;
import uplink.catalog.boundary.Period;
import uplink.catalog.boundary.Spread;
import uplink.catalog.boundary.TariffVersion;
import uplink.catalog.boundary.Timing;
import uplink.shared.Coded;
import uplink.shared.Ids;
import uplink.shared.Sql;

/** The versions of tariffs. */
public final class VersionRows {

    private static final String COLUMNS =
            """
            id, valid_from, valid_to, name_ru, name_en, speed_down, speed_up, price, currency, period, timing, spread,
            first_part, last_part, tax_class""";

    private final Sql sql;

    public VersionRows(DataSource database) {
        this.sql = Sql.in(database);
    }

    /** Newest first. */
    public List<TariffVersion> of(UUID tariff) {
        return sql.list(
                "select " + COLUMNS + " from tariff_versions where tariff_id = ? order by valid_from desc",
                VersionRows::read,
                tariff);
    }

    public Optional<TariffVersion> newest(UUID tariff) {
        return of(tariff).stream().findFirst();
    }

    /** Adds a version; the one before it ends where the new one begins. */
    public void add(UUID tariff, TariffVersion version, java.time.Instant at) {
        sql.update(
                """
                update tariff_versions set valid_to = ?
                where tariff_id = ? and valid_from < ? and (valid_to is null or valid_to > ?)""",
                version.validFrom(),
                tariff,
                version.validFrom(),
                version.validFrom());
        sql.update(
                "insert into tariff_versions (tariff_id, created_at, " + COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                tariff,
                at,
                Ids.next(),
                version.validFrom(),
                version.validTo(),
                version.nameRu(),
                version.nameEn(),
                version.speedDown(),
                version.speedUp(),
                version.price(),
                version.currency(),
                version.period().code(),
                version.timing().code(),
                version.spread().code(),
                version.firstPart().code(),
                version.lastPart().code(),
                version.taxClass());
    }

    private static TariffVersion read(ResultSet row) throws SQLException {
        return new TariffVersion(
                row.getObject(1, UUID.class),
                row.getObject(2, LocalDate.class),
                row.getObject(3, LocalDate.class),
                row.getString(4),
                row.getString(5),
                integer(row, 6),
                integer(row, 7),
                row.getBigDecimal(8),
                row.getString(9),
                Coded.of(Period.class, row.getString(10)),
                Coded.of(Timing.class, row.getString(11)),
                Coded.of(Spread.class, row.getString(12)),
                Coded.of(PartRule.class, row.getString(13)),
                Coded.of(PartRule.class, row.getString(14)),
                row.getString(15));
    }

    static @Nullable Integer integer(ResultSet row, int column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}
