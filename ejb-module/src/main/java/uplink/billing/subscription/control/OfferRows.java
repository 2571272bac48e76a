package uplink.billing.subscription.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.shared.Sql;

/** What is offered to a customer on a day. */
public final class OfferRows {

    private static final String OFFERS =
            """
            select t.id, t.code, t.kind, v.name_ru, v.name_en, v.speed_down, v.speed_up, v.price, v.currency, v.period,
                t.is_self_service
            from customers c
            cross join tariffs t
            join tariff_versions v on v.tariff_id = t.id and v.valid_from <= ? and (v.valid_to is null or v.valid_to > ?)
            where c.id = ? and t.is_active and t.customer_kind is distinct from
                (case c.kind when 'person' then 'company' else 'person' end) and v.currency = c.currency
                and t.is_addon = ?""";

    private final Sql sql;

    public OfferRows(DataSource database) {
        this.sql = Sql.in(database);
    }

    /** What such a customer may take without asking, the cheapest first. */
    public List<Offer> selfService(UUID customer, boolean addon, LocalDate on) {
        return sql.list(
                OFFERS + " and t.is_self_service order by v.price, t.code", OfferRows::offer, on, on, customer, addon);
    }

    /** That tariff, when it is offered to such a customer. */
    public Optional<Offer> one(UUID customer, UUID tariff, boolean addon, LocalDate on) {
        return sql.first(OFFERS + " and t.id = ?", OfferRows::offer, on, on, customer, addon, tariff);
    }

    public boolean hasOverdue(UUID customer) {
        return sql.number("select count(*) from invoices where customer_id = ? and status = 'overdue'", customer) > 0;
    }

    /** kbit/s that the contract's line can carry; null: not known. */
    public @Nullable Integer lineSpeed(UUID contract) {
        return sql.first(
                        "select line_speed from contracts where id = ? and line_speed is not null",
                        row -> row.getInt(1),
                        contract)
                .orElse(null);
    }

    public String kind(UUID tariff) {
        return sql.first("select kind from tariffs where id = ?", row -> row.getString(1), tariff)
                .orElseThrow();
    }

    private static Offer offer(ResultSet row) throws SQLException {
        return new Offer(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, Integer.class),
                row.getObject(7, Integer.class),
                row.getBigDecimal(8),
                row.getString(9),
                row.getString(10),
                row.getBoolean(11));
    }
}
