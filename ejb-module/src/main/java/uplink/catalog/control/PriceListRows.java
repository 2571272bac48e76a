package uplink.catalog.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.Discount;
import uplink.catalog.boundary.Fee;
import uplink.shared.BusinessException;
import uplink.shared.Sql;
import uplink.shared.Text;

/** One-off fees and discounts of the price list. */
public final class PriceListRows {

    private static final String FEES =
            "select id, code, name_ru, name_en, amount, currency, tax_class, is_active, version from fees";
    private static final String DISCOUNTS =
            "select id, code, name_ru, name_en, percent, amount, periods, is_active, version from discounts";

    private final Sql sql;

    public PriceListRows(DataSource database) {
        this.sql = Sql.in(database);
    }

    public List<Fee> fees() {
        return sql.list(FEES + " order by code", PriceListRows::fee);
    }

    public Optional<Fee> fee(UUID id) {
        return sql.first(FEES + " where id = ?", PriceListRows::fee, id);
    }

    public void add(Fee fee) {
        refuseTaken("fees", fee.code(), fee.id());
        sql.update(
                """
                insert into fees (code, name_ru, name_en, amount, currency, tax_class, is_active, id)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                fee.code(),
                fee.nameRu(),
                fee.nameEn(),
                fee.amount(),
                fee.currency(),
                fee.taxClass(),
                fee.active(),
                fee.id());
    }

    /** Writes the fee when it still has that version. */
    public void replace(Fee fee) {
        refuseTaken("fees", fee.code(), fee.id());
        refuseStale(sql.update(
                """
                update fees set code = ?, name_ru = ?, name_en = ?, amount = ?, currency = ?, tax_class = ?,
                    is_active = ?, version = version + 1 where id = ? and version = ?""",
                fee.code(),
                fee.nameRu(),
                fee.nameEn(),
                fee.amount(),
                fee.currency(),
                fee.taxClass(),
                fee.active(),
                fee.id(),
                fee.version()));
    }

    public List<Discount> discounts() {
        return sql.list(DISCOUNTS + " order by code", PriceListRows::discount);
    }

    public Optional<Discount> discount(UUID id) {
        return sql.first(DISCOUNTS + " where id = ?", PriceListRows::discount, id);
    }

    public void add(Discount discount) {
        refuseTaken("discounts", discount.code(), discount.id());
        sql.update(
                """
                insert into discounts (code, name_ru, name_en, percent, amount, periods, is_active, id)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                discount.code(),
                discount.nameRu(),
                discount.nameEn(),
                discount.percent(),
                discount.amount(),
                discount.periods(),
                discount.active(),
                discount.id());
    }

    /** Writes the discount when it still has that version. */
    public void replace(Discount discount) {
        refuseTaken("discounts", discount.code(), discount.id());
        refuseStale(sql.update(
                """
                update discounts set code = ?, name_ru = ?, name_en = ?, percent = ?, amount = ?, periods = ?,
                    is_active = ?, version = version + 1 where id = ? and version = ?""",
                discount.code(),
                discount.nameRu(),
                discount.nameEn(),
                discount.percent(),
                discount.amount(),
                discount.periods(),
                discount.active(),
                discount.id(),
                discount.version()));
    }

    private void refuseTaken(String table, String code, UUID but) {
        if (sql.number("select count(*) from " + table + " where code = ? and id <> ?", code, but) > 0) {
            throw codeTaken();
        }
    }

    /** Refused with {@code conflict}, beside the field. */
    public static BusinessException codeTaken() {
        return BusinessException.taken("code", Text.of("catalog.code.taken"));
    }

    private static void refuseStale(int changed) {
        if (changed == 0) {
            throw BusinessException.stale();
        }
    }

    private static Fee fee(ResultSet row) throws SQLException {
        return new Fee(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBigDecimal(5),
                row.getString(6),
                row.getString(7),
                row.getBoolean(8),
                row.getInt(9));
    }

    private static Discount discount(ResultSet row) throws SQLException {
        @Nullable Integer periods = VersionRows.integer(row, 7);
        return new Discount(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                periods,
                row.getBoolean(8),
                row.getInt(9));
    }
}
