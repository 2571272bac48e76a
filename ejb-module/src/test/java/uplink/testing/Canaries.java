package uplink.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Ids;
import uplink.shared.Sql;

/**
 * A row in every table that hangs on a customer or a user, whichever way, with a text of its own in every column that can
 * hold one: a new table or column is planted by itself, and whoever promises to find every text has to find it. The checks of
 * the tables are taken away for it, so this is for an {@linkplain Database#isolate() isolated} database.
 */
public final class Canaries {

    /** A text that was planted. */
    public record Canary(String table, String column, String type, String text) {

        /** As it stands in the row as JSON. */
        public String shown() {
            StringBuilder hex = new StringBuilder();
            for (byte b : text.getBytes(java.nio.charset.StandardCharsets.US_ASCII)) {
                hex.append(String.format("%02x", b));
            }
            return type.equals("bytea") ? hex.toString() : text;
        }

        @Override
        public String toString() {
            return table + "." + column;
        }
    }

    private record Column(
            String table,
            String name,
            String type,
            boolean isNeeded,
            @Nullable String toTable,
            @Nullable String toColumn) {}

    private static final String TABLES =
            """
            with recursive hanging (rel) as (
                select unnest(array['customers'::regclass, 'users'::regclass])::oid
                union select k.conrelid from pg_constraint k join hanging h on k.confrelid = h.rel
                where k.contype = 'f' and k.conparentid = 0)
            select c.oid::regclass::text from hanging h join pg_class c on c.oid = h.rel where not c.relispartition
            union select c.oid::regclass::text from pg_attribute a join pg_class c on c.oid = a.attrelid
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                    and a.attname in ('customer_id', 'user_id', 'owner_id', 'actor_id')
            union select 'bank_entries'
            order by 1""";

    private static final String COLUMNS =
            """
            select a.attname, format_type(a.atttypid, null), a.attnotnull and not a.atthasdef,
                (select k.confrelid::regclass::text from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'f'
                    and k.conparentid = 0 and a.attnum = any (k.conkey) order by cardinality(k.conkey) limit 1),
                (select f.attname from pg_constraint k join pg_attribute f on f.attrelid = k.confrelid
                    and f.attnum = k.confkey[array_position(k.conkey, a.attnum)]
                    where k.conrelid = a.attrelid and k.contype = 'f' and k.conparentid = 0 and a.attnum = any (k.conkey)
                    order by cardinality(k.conkey) limit 1)
            from pg_attribute a where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped
                and a.attgenerated = '' and a.attidentity = '' order by a.attnum""";

    private static final String CHECKS =
            """
            select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname) from pg_constraint k
            where k.conrelid = ?::regclass and k.contype = 'c' and k.conislocal""";

    private final UUID customer;
    private final UUID user;
    private final String word;
    private final Map<String, UUID> ids = new HashMap<>();
    private final List<Canary> planted = new ArrayList<>();

    private Canaries(UUID customer, UUID user, String word) {
        this.customer = customer;
        this.user = user;
        this.word = word;
    }

    /**
     * Plants them.
     *
     * @param word what all texts begin with
     */
    public static List<Canary> plant(UUID customer, UUID user, String word) {
        Canaries canaries = new Canaries(customer, user, word);
        try (Connection connection = Database.superuser().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            canaries.plant(Sql.on(connection));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return canaries.planted;
    }

    private void plant(Sql sql) {
        for (String table : sql.list(TABLES, row -> row.getString(1))) {
            sql.list(CHECKS, row -> row.getString(1), table).forEach(sql::update);
            List<Column> columns = sql.list(
                    COLUMNS,
                    row -> new Column(
                            table,
                            row.getString(1),
                            row.getString(2),
                            row.getBoolean(3),
                            row.getString(4),
                            row.getString(5)),
                    table);
            insert(sql, table, columns);
        }
    }

    private void insert(Sql sql, String table, List<Column> columns) {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        for (Column column : columns) {
            String value = value(column);
            if (value != null) {
                names.add(column.name());
                values.add(value);
            }
        }
        sql.update("insert into %s (%s) values (%s)"
                .formatted(table, String.join(", ", names), String.join(", ", values)));
    }

    private @Nullable String value(Column column) {
        String text = word + ":" + column.table() + ":" + column.name() + "!";
        return switch (column.type()) {
            case "text" -> canary(column, text, "'" + text + "'");
            case "text[]" -> canary(column, text, "array['" + text + "']");
            case "jsonb" -> canary(column, text, "'{\"thing/x\": {\"field\": \"" + text + "\"}}'");
            case "bytea" -> canary(column, text, "convert_to('" + text + "', 'UTF8')");
            case "uuid" -> "'" + id(column) + "'";
            case "boolean" -> column.isNeeded() ? "false" : null;
            case "date", "timestamp with time zone" -> column.isNeeded() ? "now()" : null;
            case "bigint", "integer", "numeric", "interval" -> column.isNeeded() ? "'1'" : null;
            default -> column.isNeeded() ? "'{}'" : null;
        };
    }

    private String canary(Column column, String text, String literal) {
        planted.add(new Canary(column.table(), column.name(), column.type(), text));
        return literal;
    }

    /** Of the planted row that it refers to; of nobody else where it is another customer or an employee. */
    private UUID id(Column column) {
        String own = column.table() + "." + column.name();
        String to = column.toTable() + "." + column.toColumn();
        if (own.equals("customers.id") || column.name().equals("customer_id") || to.equals("ledger_accounts.id")) {
            return customer;
        }
        if (own.equals("users.id") || List.of("user_id", "owner_id", "actor_id").contains(column.name())) {
            return user;
        }
        if (own.equals("ledger_accounts.id")) {
            return customer;
        }
        if (to.equals("customers.id") || to.equals("users.id")) {
            return Ids.next();
        }
        return ids.computeIfAbsent(column.toTable() == null ? own : to, key -> Ids.next());
    }
}
