package uplink.inventory.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.inventory.boundary.DeviceKind;
import uplink.inventory.boundary.DeviceModel;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.Sql;
import uplink.shared.Text;

/** Table {@code device_models}. */
public final class ModelRows {

    private static final String ROWS =
            """
            select m.id, m.vendor, m.name, m.kind, m.price, m.currency, m.tax_class, m.rent_tariff_id, v.price, m.is_active,
                %s, m.version
            from device_models m
            left join tariff_versions v on v.tariff_id = m.rent_tariff_id and v.valid_from <= ?
                and (v.valid_to is null or v.valid_to > ?)\s""";
    private static final String COUNT =
            "(select count(*)::int from devices d where d.model_id = m.id and d.state <> 'written-off')";
    private static final String PLAIN = ROWS.formatted("null::int");
    private static final String BY_NAME = "order by lower(m.vendor), lower(m.name)";

    private final Sql sql;
    private final LocalDate today;

    public ModelRows(DataSource database, LocalDate today) {
        this.sql = Sql.in(database);
        this.today = today;
    }

    /** By vendor and name, devices not counted. */
    public List<DeviceModel> all() {
        return sql.list(PLAIN + BY_NAME, ModelRows::model, today, today);
    }

    /** By vendor and name, each with how many devices there are: all of the stock is gone through for that. */
    public List<DeviceModel> counted() {
        return sql.list(ROWS.formatted(COUNT) + BY_NAME, ModelRows::model, today, today);
    }

    public Optional<DeviceModel> one(UUID id) {
        return sql.first(PLAIN + "where m.id = ?", ModelRows::model, today, today, id);
    }

    /** {@code conflict} when there is one of that name. */
    public void add(DeviceModel model) {
        int added = sql.update(
                """
                insert into device_models (vendor, name, kind, price, currency, tax_class, rent_tariff_id, is_active, id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""",
                model.vendor(),
                model.name(),
                model.kind().code(),
                model.price(),
                model.currency(),
                model.taxClass(),
                model.rentTariffId(),
                model.active(),
                model.id());
        if (added == 0) {
            throw BusinessException.taken("name", Text.of("inventory.model.taken"));
        }
    }

    /** Writes the model when it still has that version; {@code conflict} when there is another one of that name. */
    public void replace(DeviceModel model) {
        if (sql.number(
                        "select count(*) from device_models where lower(vendor) = lower(?) and lower(name) = lower(?) and id <> ?",
                        model.vendor(),
                        model.name(),
                        model.id())
                > 0) {
            throw BusinessException.taken("name", Text.of("inventory.model.taken"));
        }
        refuseStale(sql.update(
                """
                update device_models set vendor = ?, name = ?, kind = ?, price = ?, currency = ?, tax_class = ?,
                    rent_tariff_id = ?, is_active = ?, version = version + 1 where id = ? and version = ?""",
                model.vendor(),
                model.name(),
                model.kind().code(),
                model.price(),
                model.currency(),
                model.taxClass(),
                model.rentTariffId(),
                model.active(),
                model.id(),
                model.version()));
    }

    public boolean isTaxClass(String code) {
        return sql.number("select count(*) from tax_classes where code = ?", code) > 0;
    }

    public boolean isAddon(UUID tariff) {
        return sql.number("select count(*) from tariffs where id = ? and is_addon", tariff) > 0;
    }

    static void refuseStale(int changed) {
        if (changed == 0) {
            throw BusinessException.stale();
        }
    }

    private static DeviceModel model(ResultSet row) throws SQLException {
        return new DeviceModel(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                Coded.of(DeviceKind.class, row.getString(4)),
                row.getBigDecimal(5),
                row.getString(6),
                row.getString(7),
                row.getObject(8, UUID.class),
                row.getBigDecimal(9),
                row.getBoolean(10),
                row.getObject(11, Integer.class),
                row.getInt(12));
    }
}
