package uplink.customer.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import uplink.customer.boundary.CustomerKind;
import uplink.customer.boundary.CustomerQuery;
import uplink.customer.boundary.CustomerRow;
import uplink.customer.boundary.CustomerSelection;
import uplink.customer.boundary.CustomerStatus;
import uplink.customer.boundary.FoundCustomer;
import uplink.shared.Coded;
import uplink.shared.Counts;
import uplink.shared.Folding;
import uplink.shared.PageRequest;
import uplink.shared.Sql;

/** Lists of customers, filtered, sorted and cut in the database. */
public final class CustomerLists {

    private static final String ADDRESS =
            """
            (select concat_ws(', ', a.city, a.street, a.house || coalesce('-' || a.flat, ''))
                from contracts k join addresses a on a.id = k.address_id
                where k.customer_id = c.id order by k.id limit 1)""";
    private static final String COLUMNS =
            """
            select c.id, c.kind, c.full_name, c.contract_number, c.phone, c.email, %s, c.status, c.balance, c.currency,
                (select count(*) from subscriptions s where s.customer_id = c.id and s.status <> 'cancelled'),
                array(select t.tag from customer_tags t where t.customer_id = c.id order by t.tag),
                c.created_at
            from (select c.* from customers c"""
                    .formatted(ADDRESS);

    private final Sql sql;

    public CustomerLists(Sql sql) {
        this.sql = sql;
    }

    public List<CustomerRow> list(CustomerQuery query) {
        Where where = Where.of(query);
        String order = order(query);
        where.parameters.add(Math.max(1, Math.min(query.size(), 100)));
        where.parameters.add(Math.max(0, query.first()));
        return sql.list(
                COLUMNS + where.text + order + " limit ? offset ?) c" + order,
                CustomerLists::row,
                where.parameters.toArray());
    }

    private static String order(CustomerQuery query) {
        String column =
                switch (query.sort()) {
                    case NAME -> "c.full_name";
                    case CONTRACT_NUMBER -> "c.contract_number";
                    case BALANCE -> "c.balance";
                    case CREATED -> "c.created_at";
                };
        String direction = query.ascending() ? "" : " desc";
        return " order by " + column + direction + ", c.id" + direction;
    }

    /** Newest first, from a cursor on. One row more than asked for. */
    public List<CustomerRow> page(CustomerQuery query, PageRequest page) {
        Where where = Where.of(query);
        UUID before = page.before();
        if (before != null) {
            where.and("c.id < ?", before);
        }
        where.parameters.add(page.limit() + 1);
        return sql.list(
                COLUMNS + where.text + " order by c.id desc limit ?) c order by c.id desc",
                CustomerLists::row,
                where.parameters.toArray());
    }

    /** All that the query finds, whatever its order and size. */
    public CustomerSelection selection(CustomerQuery query) {
        Where where = Where.of(query);
        return new CustomerSelection("select c.id from customers c" + where.text, where.parameters);
    }

    public long count(CustomerQuery query) {
        Where where = Where.of(query);
        if (where.parameters.isEmpty() && !query.debtOnly()) {
            long estimate = sql.number("select reltuples::bigint from pg_class where oid = 'customers'::regclass");
            if (estimate > Counts.EXACT) {
                return estimate;
            }
        }
        return Counts.of(sql, "select 1 from customers c" + where.text, where.parameters);
    }

    public List<FoundCustomer> search(String fragment, int limit) {
        Where where = new Where();
        where.words(fragment);
        List<Object> parameters = new ArrayList<>(where.parameters);
        String start = Folding.folded(fragment.strip());
        parameters.addAll(List.of(start, start, limit));
        return sql.list(
                "select c.id, c.full_name, c.contract_number, c.phone, " + ADDRESS
                        + " from (select c.* from customers c" + where.text + " limit 500) c"
                        + " order by starts_with(fold_text(c.contract_number), ?) desc,"
                        + " starts_with(fold_text(c.full_name), ?) desc, c.full_name, c.id limit ?",
                row -> new FoundCustomer(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5)),
                parameters.toArray());
    }

    private static CustomerRow row(ResultSet row) throws SQLException {
        return new CustomerRow(
                row.getObject(1, UUID.class),
                Coded.of(CustomerKind.class, row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                Coded.of(CustomerStatus.class, row.getString(8)),
                row.getBigDecimal(9),
                row.getString(10),
                row.getInt(11),
                Arrays.asList((String[]) row.getArray(12).getArray()),
                row.getTimestamp(13).toInstant());
    }

    /** The condition of a query with its parameters. */
    private static final class Where {

        private final StringBuilder text = new StringBuilder(" where c.merged_into is null");
        private final List<Object> parameters = new ArrayList<>();

        static Where of(CustomerQuery query) {
            Where where = new Where();
            where.words(query.text());
            CustomerStatus status = query.status();
            if (status != null) {
                where.and("c.status = ?", status.code());
            }
            CustomerKind kind = query.kind();
            if (kind != null) {
                where.and("c.kind = ?", kind.code());
            }
            String tag = query.tag();
            if (tag != null && !tag.isBlank()) {
                where.and("c.id in (select t.customer_id from customer_tags t where t.tag = ?)", ProfileRules.tag(tag));
            }
            if (query.debtOnly()) {
                where.text.append(" and c.balance < 0");
            }
            return where;
        }

        void words(@org.jspecify.annotations.Nullable String typed) {
            List<List<String>> words = SearchText.words(typed);
            if (!words.isEmpty()) {
                text.insert(0, " join customer_search w on w.customer_id = c.id");
            }
            for (List<String> patterns : words) {
                String each = String.join(" or ", Collections.nCopies(patterns.size(), "w.content like ?"));
                text.append(" and (").append(each).append(')');
                parameters.addAll(patterns);
            }
        }

        void and(String condition, Object parameter) {
            text.append(" and ").append(condition);
            parameters.add(parameter);
        }
    }
}
