package uplink.catalog.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.catalog.boundary.ChangeDirection;
import uplink.catalog.boundary.ChangeRule;
import uplink.catalog.boundary.FeeWhen;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** The rules by which customers change their tariff. */
public final class ChangeRuleRows {

    private static final String RULES =
            """
            select r.id, r.tariff_id, t.code, r.by_customer, r.direction, r.price_floor, r.every_days, r.at_once,
                r.next_period, r.same_kind, r.debt_allowed, r.fee_id, r.fee_when,
                array(select s.tariff_id from change_successors s where s.rule_id = r.id order by s.tariff_id), r.version
            from change_rules r left join tariffs t on t.id = r.tariff_id\s""";

    private final Sql sql;

    public ChangeRuleRows(DataSource database) {
        this.sql = Sql.in(database);
    }

    public List<ChangeRule> all() {
        return sql.list(RULES + "order by t.code nulls first", ChangeRuleRows::rule);
    }

    public Optional<ChangeRule> one(UUID id) {
        return sql.first(RULES + "where r.id = ?", ChangeRuleRows::rule, id);
    }

    /** The tariff's own one, else the one for all. */
    public ChangeRule holding(UUID tariff) {
        return sql.first(
                        RULES + "where r.tariff_id = ? or r.tariff_id is null order by r.tariff_id nulls last limit 1",
                        ChangeRuleRows::rule,
                        tariff)
                .orElseThrow();
    }

    public boolean ofTariff(UUID tariff) {
        return sql.number("select count(*) from change_rules where tariff_id = ?", tariff) > 0;
    }

    /** Whether all of these are tariffs of main services. */
    public boolean areMain(List<UUID> tariffs) {
        UUID[] ids = tariffs.stream().distinct().toArray(UUID[]::new);
        return sql.number("select count(*) from tariffs where id = any (?) and not is_addon", (Object) ids)
                == ids.length;
    }

    public boolean isFee(UUID id) {
        return sql.number("select count(*) from fees where id = ? and is_active", id) > 0;
    }

    public void add(ChangeRule rule) {
        sql.update(
                """
                insert into change_rules (by_customer, direction, price_floor, every_days, at_once, next_period, same_kind,
                    debt_allowed, fee_id, fee_when, id, tariff_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                rule.byCustomer(),
                rule.direction().code(),
                rule.priceFloor(),
                rule.everyDays(),
                rule.atOnce(),
                rule.nextPeriod(),
                rule.sameKind(),
                rule.debtAllowed(),
                rule.feeId(),
                rule.feeWhen().code(),
                rule.id(),
                rule.tariffId());
        succeed(rule);
    }

    /** Writes the rule when it still has that version; whose it is stays. */
    public void replace(ChangeRule rule) {
        int changed = sql.update(
                """
                update change_rules set by_customer = ?, direction = ?, price_floor = ?, every_days = ?, at_once = ?,
                    next_period = ?, same_kind = ?, debt_allowed = ?, fee_id = ?, fee_when = ?, version = version + 1
                where id = ? and version = ?""",
                rule.byCustomer(),
                rule.direction().code(),
                rule.priceFloor(),
                rule.everyDays(),
                rule.atOnce(),
                rule.nextPeriod(),
                rule.sameKind(),
                rule.debtAllowed(),
                rule.feeId(),
                rule.feeWhen().code(),
                rule.id(),
                rule.version());
        if (changed == 0) {
            throw BusinessException.stale();
        }
        sql.update("delete from change_successors where rule_id = ?", rule.id());
        succeed(rule);
    }

    public void remove(UUID id) {
        sql.update("delete from change_rules where id = ?", id);
    }

    private void succeed(ChangeRule rule) {
        sql.update(
                "insert into change_successors (rule_id, tariff_id) select distinct ?::uuid, s from unnest(?) as s",
                rule.id(),
                rule.successors().toArray(UUID[]::new));
    }

    private static ChangeRule rule(ResultSet row) throws SQLException {
        return new ChangeRule(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getBoolean(4),
                Coded.of(ChangeDirection.class, row.getString(5)),
                row.getBigDecimal(6),
                row.getInt(7),
                row.getBoolean(8),
                row.getBoolean(9),
                row.getBoolean(10),
                row.getBoolean(11),
                row.getObject(12, UUID.class),
                Coded.of(FeeWhen.class, row.getString(13)),
                List.of((UUID[]) row.getArray(14).getArray()),
                row.getInt(15));
    }
}
