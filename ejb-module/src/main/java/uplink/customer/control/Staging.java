package uplink.customer.control;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.AddressDetail;
import uplink.shared.Ids;
import uplink.shared.Json;

/** The rows of an import in temporary tables, where they are compared with each other and with what is there. */
final class Staging {

    private static final String TABLES =
            """
            create temp table import_rows (
                line int primary key, customer_id uuid, contract_id uuid, address_id uuid, subscription_id uuid,
                event_id uuid, transfer_id uuid, kind text, full_name text, inn text, email text, phone text, locale text,
                contract_number text, signed_on date, billing_day int,
                region text, city text, street text, house text, flat text,
                tariff_id uuid, started_on date, billed_to date, price numeric(14, 2), balance numeric(14, 2),
                known_customer uuid, known_contract uuid) on commit drop;
            create temp table import_bad (
                line int, column_name text, reason text, detail jsonb, customer_id uuid) on commit drop""";
    private static final String ROW_COLUMNS =
            """
            import_rows (line, customer_id, contract_id, address_id, subscription_id, event_id, transfer_id, kind,
                full_name, inn, email, phone, locale, contract_number, signed_on, billing_day, region, city, street, house, flat,
                tariff_id, started_on, billed_to, price, balance)""";
    private static final String CUSTOMER = "(%1$s.kind, %1$s.full_name, %1$s.inn, %1$s.email, %1$s.phone, %1$s.locale)";
    private static final String CONTRACT =
            """
            (%1$s.customer_id, %1$s.signed_on, %1$s.billing_day, %1$s.region, %1$s.city, %1$s.street, %1$s.house,
            %1$s.flat)""";

    private final Connection connection;

    Staging(Connection connection) throws SQLException {
        this.connection = connection;
        execute(TABLES);
    }

    CopyText rows() throws SQLException {
        return new CopyText(connection, ROW_COLUMNS);
    }

    static void put(CopyText copy, ImportRow row) throws SQLException {
        AddressDetail at = row.address();
        boolean subscribed = row.tariffId() != null;
        BigDecimal balance = row.balance();
        copy.put(row.line())
                .put(row.customerId())
                .put(row.contractId())
                .put(at == null ? null : at.id())
                .put(subscribed ? Ids.next() : null)
                .put(subscribed ? Ids.next() : null)
                .put(balance == null ? null : Ids.next())
                .put(row.kind().code())
                .put(row.fullName())
                .put(row.inn())
                .put(row.email())
                .put(row.phone())
                .put(row.locale())
                .put(row.contractNumber())
                .put(row.signedOn())
                .put(row.billingDay());
        put(copy, at);
        copy.put(row.tariffId())
                .put(row.startedOn())
                .put(row.billedTo())
                .put(plain(row.price()))
                .put(plain(balance))
                .endRow();
    }

    private static void put(CopyText copy, @Nullable AddressDetail at) {
        copy.put(at == null ? null : at.region())
                .put(at == null ? null : at.city())
                .put(at == null ? null : at.street())
                .put(at == null ? null : at.house())
                .put(at == null ? null : at.flat());
    }

    private static @Nullable String plain(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.toPlainString();
    }

    void refuse(List<Refusal> refusals) throws SQLException {
        try (CopyText copy = new CopyText(connection, "import_bad")) {
            for (Refusal refusal : refusals) {
                copy.put(refusal.line())
                        .put(refusal.column())
                        .put(refusal.reason().key())
                        .put(Json.write(refusal.reason().arguments()))
                        .put(refusal.customerId())
                        .endRow();
            }
            copy.end();
        }
    }

    /** Compares the rows with each other: one customer and one contract must look the same wherever they stand. */
    void compareWithinFile() throws SQLException {
        execute(
                """
                create index on import_rows (customer_id, line);
                create index on import_rows (contract_id, line);
                analyze import_rows""");
        first("customer_id", CUSTOMER, "full_name", "customer.import.customer-differs");
        first("contract_id", CONTRACT, "contract_number", "customer.import.contract-differs");
        execute(
                """
                insert into import_bad
                select s.line, 'tariff', 'customer.import.twice', jsonb_build_array(f.line::text), s.customer_id
                from import_rows s join lateral (select min(o.line) line from import_rows o
                    where o.contract_id = s.contract_id and o.customer_id = s.customer_id
                    and o.tariff_id is not distinct from s.tariff_id
                    and o.started_on is not distinct from s.started_on) f on f.line < s.line""");
        execute(
                """
                insert into import_bad
                select s.line, 'opening_balance', 'customer.import.balance-differs', jsonb_build_array(f.line::text), s.customer_id
                from import_rows s join (select distinct on (customer_id) customer_id, line, balance from import_rows
                    where balance is not null order by customer_id, line) f using (customer_id)
                where s.balance <> f.balance""");
    }

    private void first(String key, String columns, String blamed, String reason) throws SQLException {
        execute(
                """
                insert into import_bad
                select s.line, '%s', '%s', jsonb_build_array(f.line::text), s.customer_id
                from import_rows s
                join (select distinct on (%s) * from import_rows order by %3$s, line) f on f.%3$s = s.%3$s
                where f.line < s.line and %s is distinct from %s"""
                        .formatted(blamed, reason, key, columns.formatted("s"), columns.formatted("f")));
    }

    /** Compares the rows with what is in the database: the same again is unchanged, anything else is refused. */
    void compareWithDatabase() throws SQLException {
        execute(
                """
                update import_rows s set known_contract = k.id, known_customer = k.customer_id
                from contracts k where k.number = s.contract_number""");
        execute(
                """
                insert into import_bad
                select s.line, 'customer_key', 'customer.import.several-customers', '[]', s.customer_id
                from import_rows s where s.known_contract is not null and s.customer_id in (
                    select customer_id from import_rows group by customer_id
                    having count(distinct known_customer) > 1)""");
        execute(
                """
                update import_rows s set known_customer = f.known from (
                    select customer_id, min(known_customer::text)::uuid known from import_rows
                    where known_customer is not null group by customer_id) f
                where f.customer_id = s.customer_id and s.known_customer is null""");
        execute(StagingSql.CLOSED);
        execute(StagingSql.DIFFERENCES);
    }

    /** A customer is taken over whole or not at all: half of one could not be completed later. */
    void refuseTogether() throws SQLException {
        execute(
                """
                insert into import_bad
                select s.line, 'customer_key', 'customer.import.together', jsonb_build_array(b.line::text), s.customer_id
                from import_rows s
                join (select customer_id, min(line) line from import_bad where customer_id is not null group by 1) b
                    using (customer_id)
                where s.known_contract is null and not exists (select 1 from import_bad x where x.line = s.line)""");
    }

    long refused() throws SQLException {
        return number("select count(distinct line) from import_bad");
    }

    /** Keeps the refusals with the import and forgets the refused rows. */
    void keepRefusals(UUID importId) throws SQLException {
        execute(
                """
                insert into import_refusals (import_id, line, column_name, reason, detail)
                select '%s', line, column_name, reason, detail from import_bad on conflict do nothing"""
                        .formatted(importId));
        execute("delete from import_rows s using import_bad b where b.line = s.line");
    }

    /** Forgets the rows that are there already; answers how many there were. */
    int dropUnchanged() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("delete from import_rows where known_contract is not null");
        }
    }

    long remaining() throws SQLException {
        return number("select count(*) from import_rows");
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
