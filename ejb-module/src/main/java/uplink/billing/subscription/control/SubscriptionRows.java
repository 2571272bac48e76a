package uplink.billing.subscription.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.shared.Sql;

/** What subscriptions need to know of contracts, tariffs and the price list, and set-wise changes of the marks. */
public final class SubscriptionRows {

    /** A contract under which something may be subscribed. */
    public record UnderContract(
            UUID id,
            int billingDay,
            LocalDate signedOn,
            @Nullable LocalDate closedOn,
            String customerStatus,
            String customerKind,
            String currency,
            String locale) {}

    /** A tariff as offered on a day. */
    public record Offered(boolean active, @Nullable String audience, @Nullable String currency) {}

    /** A fee of the price list. */
    public record ListedFee(String nameRu, String nameEn, BigDecimal amount, String currency, String taxClass) {}

    private final Sql sql;

    public SubscriptionRows(DataSource database) {
        this.sql = Sql.in(database);
    }

    /** The customer's contracts, or the named one of them; those that have ended last. */
    public List<UnderContract> contracts(UUID customer, @Nullable UUID contract) {
        return sql.list(
                """
                select k.id, k.billing_day, k.signed_on, k.closed_on, c.status, c.kind, c.currency, c.locale
                from customers c join contracts k on k.customer_id = c.id
                where c.id = ? and k.id = coalesce(?, k.id) order by k.closed_on nulls first, k.id""",
                row -> new UnderContract(
                        row.getObject(1, UUID.class),
                        row.getInt(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8)),
                customer,
                contract);
    }

    public Optional<Offered> offered(UUID tariff, LocalDate on) {
        return sql.first(
                """
                select t.is_active, t.customer_kind, v.currency from tariffs t
                left join tariff_versions v on v.tariff_id = t.id
                    and v.valid_from <= ? and (v.valid_to is null or v.valid_to > ?)
                where t.id = ?""",
                row -> new Offered(row.getBoolean(1), row.getString(2), row.getString(3)),
                on,
                on,
                tariff);
    }

    public Optional<ListedFee> fee(UUID id) {
        return sql.first(
                "select name_ru, name_en, amount, currency, tax_class from fees where id = ? and is_active",
                row -> new ListedFee(
                        row.getString(1), row.getString(2), row.getBigDecimal(3), row.getString(4), row.getString(5)),
                id);
    }

    public boolean isTaxClass(String code) {
        return sql.number("select count(*) from tax_classes where code = ?", code) > 0;
    }

    /** Copies a discount of the price list to a subscription; false when it is not offered. */
    public boolean grant(
            UUID id, UUID subscription, UUID discount, LocalDate from, @Nullable String reason, Instant at) {
        return sql.update(
                        """
                        insert into subscription_discounts
                            (id, subscription_id, discount_id, name_ru, name_en, percent, amount, periods, valid_from, reason,
                                created_at)
                        select ?, ?, d.id, d.name_ru, d.name_en, d.percent, d.amount, d.periods, ?, ?, ?
                        from discounts d where d.id = ? and d.is_active""",
                        id,
                        subscription,
                        from,
                        reason,
                        at,
                        discount)
                == 1;
    }

    /** The discounts that a subscription was granted, in the order in which they apply. */
    List<DiscountRest.Granted> granted(UUID subscription) {
        return sql.list(
                """
                select id, valid_from, periods, valid_to from subscription_discounts where subscription_id = ?
                order by valid_from, id""",
                row -> new DiscountRest.Granted(
                        row.getObject(1, UUID.class),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, Integer.class),
                        row.getObject(4, LocalDate.class)),
                subscription);
    }

    /** Grants a subscription the rest of another one's discount. */
    void carry(UUID id, UUID subscription, CarriedDiscount rest, Instant at) {
        sql.update(
                """
                insert into subscription_discounts
                    (id, subscription_id, discount_id, name_ru, name_en, percent, amount, valid_from, valid_to, reason,
                        created_at)
                select ?, ?, discount_id, name_ru, name_en, percent, amount, ?, ?, reason, ?
                from subscription_discounts where id = ?""",
                id,
                subscription,
                rest.from(),
                rest.until(),
                at,
                rest.id());
    }

    /** Ends a discount that goes beyond that day; false when there is none of that id. */
    public boolean endDiscount(UUID id, UUID subscription, LocalDate on, String reason) {
        return sql.update(
                        """
                        update subscription_discounts set valid_to = greatest(?, valid_from), ended_reason = ?
                        where id = ? and subscription_id = ? and (valid_to is null or valid_to > ?)""",
                        on,
                        reason,
                        id,
                        subscription,
                        on)
                == 1;
    }

    /** Whether the tariff is sold beside another service only; empty: there is no such tariff. */
    public Optional<Boolean> isAddon(UUID tariff) {
        return sql.first("select is_addon from tariffs where id = ?", row -> row.getBoolean(1), tariff);
    }

    /** A service that add-ons can be sold with. */
    public record Main(UUID id, UUID contract, @Nullable LocalDate end) {}

    /** The customer's services of their own under a contract, or one of them, that go on beyond a day. */
    public List<Main> mains(UUID customer, @Nullable UUID contract, @Nullable UUID subscription, LocalDate after) {
        return sql.list(
                """
                select id, contract_id, ended_on from subscriptions where customer_id = ? and addon_of is null
                    and contract_id = coalesce(?, contract_id) and id = coalesce(?, id)
                    and (ended_on is null or ended_on > ?) order by id""",
                row -> new Main(
                        row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, LocalDate.class)),
                customer,
                contract,
                subscription,
                after);
    }

    /** What is sold with a service and goes on, or would go on after a day. */
    public List<UUID> addons(UUID subscription, LocalDate after) {
        return sql.list(
                "select id from subscriptions where addon_of = ? and (ended_on is null or ended_on > ?) order by id",
                row -> row.getObject(1, UUID.class),
                subscription,
                after);
    }

    /** All that was ever sold with a service. */
    public List<UUID> addons(UUID subscription) {
        return sql.list(
                "select id from subscriptions where addon_of = ? order by id",
                row -> row.getObject(1, UUID.class),
                subscription);
    }
    /**
     * A tariff has other terms from a day on: whoever lives through that day is looked at again by the next run for it
     * or later. One subscription too many costs a look; one too few would cost money.
     */
    public int rerateTariff(UUID tariff, LocalDate from, Instant at) {
        return sql.update(
                """
                update subscriptions s set next_due = least(next_due, ?::date),
                    rerate_from = case when charged_to > ?::date then least(rerate_from, ?::date) else rerate_from end,
                    version = version + 1, updated_at = ?
                where (charged_to > ?::date or (status <> 'cancelled' and (next_due is null or next_due > ?::date)))
                and exists (select 1 from subscription_events e where e.subscription_id = s.id and e.tariff_id = ?)""",
                from,
                from,
                from,
                at,
                from,
                from,
                tariff);
    }

    /**
     * A tax class has another rate from a day on: whoever is charged beyond that day on a tariff of the class is looked at
     * again. Nobody else needs to be: what is charged later is charged by the new rate.
     */
    public int rerateTax(String taxClass, LocalDate from, Instant at) {
        return sql.update(
                """
                update subscriptions s set next_due = least(next_due, ?::date), rerate_from = least(rerate_from, ?::date),
                    version = version + 1, updated_at = ?
                where charged_to > ?::date and exists (select 1 from subscription_events e
                    join tariff_versions v on v.tariff_id = e.tariff_id and v.tax_class = ?
                    where e.subscription_id = s.id)""",
                from,
                from,
                at,
                from,
                taxClass);
    }

    /** Subscriptions of a contract that go on, or would go on after a day. */
    public List<UUID> ofContract(UUID contract, LocalDate after) {
        return sql.list(
                """
                select id from subscriptions where contract_id = ? and (ended_on is null or ended_on > ?) order by id""",
                row -> row.getObject(1, UUID.class),
                contract,
                after);
    }

    /** Some of those whose event recorded ahead is due. */
    public List<UUID> statusDue(LocalDate today, int limit) {
        return sql.list(
                "select id from subscriptions where status_due <= ? order by id limit ?",
                row -> row.getObject(1, UUID.class),
                today,
                limit);
    }

    /** Whether a freeze that lasts now is over by that day: its end is recorded only when it has come. */
    public boolean isThawed(UUID subscription, LocalDate on) {
        return sql.number(
                        "select count(*) from freezes where subscription_id = ? and status = 'active' and until_day <= ?",
                        subscription,
                        on)
                > 0;
    }
}
