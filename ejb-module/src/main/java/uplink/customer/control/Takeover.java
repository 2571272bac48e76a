package uplink.customer.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes staged rows for good, a table at a time. Opening balances are transfers between the account {@code opening} and
 * the customer's; the balance is written with them.
 */
final class Takeover {

    private static final String CUSTOMERS =
            """
            insert into customers (id, kind, full_name, inn, contract_number, email, phone, locale, currency, balance,
                created_at, updated_at)
            select distinct on (s.customer_id) s.customer_id, s.kind, s.full_name, s.inn, s.contract_number, s.email,
                s.phone, s.locale, m.currency, coalesce(b.balance, 0), m.at, m.at
            from import_common m cross join import_rows s
            left join (select customer_id, max(balance) balance from import_rows group by 1) b using (customer_id)
            where s.known_customer is null order by s.customer_id, s.line""";
    private static final String ACCOUNTS =
            """
            insert into ledger_accounts (id, kind, customer_id, currency, created_at)
            select distinct customer_id, 'customer', customer_id, m.currency, m.at
            from import_rows cross join import_common m where known_customer is null""";
    private static final String ADDRESSES =
            """
            insert into addresses (id, customer_id, region, city, street, house, flat)
            select distinct on (contract_id) address_id, coalesce(known_customer, customer_id), region, city, street,
                house, flat
            from import_rows where address_id is not null order by contract_id, line""";
    private static final String CONTRACTS =
            """
            insert into contracts (id, customer_id, address_id, tariff_id, number, signed_on, billing_day, created_at,
                updated_at)
            select distinct on (contract_id) contract_id, coalesce(known_customer, customer_id), address_id, tariff_id,
                contract_number, signed_on, billing_day, m.at, m.at
            from import_rows cross join import_common m order by contract_id, line""";
    private static final String SUBSCRIPTIONS =
            """
            insert into subscriptions (id, customer_id, contract_id, tariff_id, status, started_on, charged_to,
                next_due, status_due, created_at, updated_at)
            select subscription_id, coalesce(known_customer, customer_id), contract_id, tariff_id,
                case when started_on <= m.today then 'active' else 'pending' end, started_on, billed_to,
                coalesce(billed_to, started_on),
                case when started_on > m.today then started_on end, m.at, m.at
            from import_rows cross join import_common m where subscription_id is not null order by line""";
    private static final String EVENTS =
            """
            insert into subscription_events (id, subscription_id, seq, effective_on, kind, tariff_id, price, billing_day,
                created_at, created_by)
            select event_id, subscription_id, 1, coalesce(billed_to, started_on), 'start', tariff_id, price, billing_day, m.at, m.by
            from import_rows cross join import_common m where subscription_id is not null order by line""";
    private static final String TRANSFERS =
            """
            insert into transactions (id, debit_account, credit_account, amount, type, group_id, effective_on,
                created_by, created_at)
            select distinct on (s.customer_id) s.transfer_id,
                case when s.balance > 0 then o.id else s.customer_id end,
                case when s.balance > 0 then s.customer_id else o.id end,
                abs(s.balance), 'opening', s.transfer_id, m.today, m.by, m.at
            from import_common m cross join import_rows s join ledger_accounts o on o.code = 'opening'
            where s.balance <> 0 and s.known_customer is null order by s.customer_id, s.line""";
    private static final String CREDITS =
            """
            insert into open_credits (transaction_id, customer_id, remaining)
            select distinct on (s.customer_id) s.transfer_id, s.customer_id, s.balance
            from import_rows s where s.balance > 0 and s.known_customer is null order by s.customer_id, s.line""";
    private static final String SEARCH =
            """
            select refresh_customer_search(array(
                select distinct coalesce(known_customer, customer_id) from import_rows))""";
    private static final String NUMBERS =
            """
            update number_series n set next_value = greatest(n.next_value, m.highest + 1)
            from (select max(substring(s.contract_number from length(o.prefix) + 1)::bigint) highest
                from import_rows s join number_series o on o.series = 'contract'
                where starts_with(s.contract_number, o.prefix)
                and substring(s.contract_number from length(o.prefix) + 1) ~ '^[0-9]{1,15}$') m
            where n.series = 'contract' and m.highest >= n.next_value""";

    private final Connection connection;
    private final String currency;
    private final LocalDate today;
    private final Instant at;
    private final @Nullable UUID by;

    Takeover(Connection connection, String currency, LocalDate today, Instant at, @Nullable UUID by) {
        this.connection = connection;
        this.currency = currency;
        this.today = today;
        this.at = at;
        this.by = by;
    }

    void write() throws SQLException {
        common();
        run(CUSTOMERS);
        run(ACCOUNTS);
        run(ADDRESSES);
        run(CONTRACTS);
        run(SUBSCRIPTIONS);
        run(EVENTS);
        run(TRANSFERS);
        run(CREDITS);
        run(SEARCH);
        run(NUMBERS);
    }

    /** What all rows have in common, as a table, so that no statement needs parameters. */
    private void common() throws SQLException {
        run("create temp table import_common (currency text, today date, at timestamptz, by uuid) on commit drop");
        try (PreparedStatement insert = connection.prepareStatement("insert into import_common values (?, ?, ?, ?)")) {
            insert.setString(1, currency);
            insert.setObject(2, today);
            insert.setTimestamp(3, Timestamp.from(at));
            insert.setObject(4, by);
            insert.executeUpdate();
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
