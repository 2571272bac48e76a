package uplink.billing.invoice.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.invoice.boundary.InvoiceDetail;
import uplink.billing.invoice.boundary.InvoiceKind;
import uplink.billing.invoice.boundary.InvoiceLine;
import uplink.billing.invoice.boundary.InvoiceOwner;
import uplink.billing.invoice.boundary.InvoiceQuery;
import uplink.billing.invoice.boundary.InvoiceStatus;
import uplink.billing.invoice.boundary.InvoiceSummary;
import uplink.billing.invoice.boundary.RenderedLine;
import uplink.billing.rating.control.Explainer;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Reads invoices. */
public final class InvoiceRows {

    private static final String COLUMNS =
            """
            select i.id, i.number, i.kind, i.status, i.amount, i.tax,
                case when i.status in ('pending', 'overdue') then i.amount - coalesce((select sum(a.amount)
                    from allocations a where a.invoice_id = i.id), 0) else 0.00 end,
                i.currency, i.issued_on, i.due_date, i.paid_at, i.customer_id, c.full_name, c.contract_number""";
    private static final String FROM = " from invoices i join customers c on c.id = i.customer_id ";

    private final Sql sql;

    public InvoiceRows(Sql sql) {
        this.sql = sql;
    }

    /** With its lines, in the reader's language. */
    public Optional<InvoiceDetail> one(UUID id, Locale reader) {
        return sql.first(COLUMNS + ", i.run_id, i.items" + FROM + "where i.id = ?", row -> detail(row, reader), id);
    }

    /** Newest first; {@code where} a condition with one parameter. */
    private List<InvoiceSummary> before(
            String where, Object owner, @Nullable InvoiceStatus status, @Nullable UUID before, int limit) {
        String code = status == null ? null : status.code();
        return sql.list(
                COLUMNS
                        + FROM
                        + where
                        + """
                         and (?::text is null or i.status = ?) and (?::uuid is null or i.id < ?)
                        order by i.id desc limit ?""",
                InvoiceRows::summary,
                owner,
                code,
                code,
                before,
                before,
                limit);
    }

    public List<InvoiceSummary> ofCustomer(
            UUID customer, @Nullable InvoiceStatus status, @Nullable UUID before, int limit) {
        return before("where i.customer_id = ?", customer, status, before, limit);
    }

    public List<InvoiceSummary> ofRun(UUID run, @Nullable UUID before, int limit) {
        return before("where i.run_id = ?", run, null, before, limit);
    }

    /** Of everybody, by the beginning of the number. */
    public List<InvoiceSummary> numbered(
            String begins, @Nullable InvoiceStatus status, @Nullable UUID before, int limit) {
        return before("where i.number like ?", Sql.prefix(begins), status, before, limit);
    }

    public List<InvoiceSummary> list(InvoiceQuery query) {
        List<Object> parameters = new ArrayList<>();
        String where = where(query, parameters);
        String direction = query.ascending() ? " asc" : " desc";
        parameters.add(query.size());
        parameters.add(query.first());
        return sql.list(
                COLUMNS + FROM + where + " order by " + column(query.sort()) + direction + ", i.id" + direction
                        + " limit ? offset ?",
                InvoiceRows::summary,
                parameters.toArray());
    }

    public long count(InvoiceQuery query) {
        List<Object> parameters = new ArrayList<>();
        return sql.number("select count(*) from invoices i " + where(query, parameters), parameters.toArray());
    }

    /** Lines by invoice, of those that are that customer's. */
    public Map<UUID, List<InvoiceLine>> lines(UUID customer, Collection<UUID> ids, Locale reader) {
        Explainer explainer = new Explainer(reader);
        Map<UUID, List<InvoiceLine>> found = new HashMap<>();
        sql.list(
                "select id, items from invoices where id = any (?) and customer_id = ?",
                row -> found.put(row.getObject(1, UUID.class), lines(row.getString(2), reader, explainer)),
                ids.toArray(UUID[]::new),
                customer);
        return found;
    }

    /** Lines of invoices that hold, whose last day of service lies before that day: oldest invoice first. */
    public List<RenderedLine> rendered(UUID customer, LocalDate before) {
        return sql.list(
                """
                select l.id, l.no, l.last_day from (select i.id, x.no,
                        greatest((x.line #>> '{why,from}')::date, (x.line #>> '{why,to}')::date - 1) as last_day
                    from invoices i cross join lateral jsonb_array_elements(i.items) with ordinality x (line, no)
                    where i.customer_id = ? and i.status <> 'cancelled') l
                where l.last_day < ? order by l.id, l.no""",
                row -> new RenderedLine(row.getObject(1, UUID.class), row.getInt(2), row.getObject(3, LocalDate.class)),
                customer,
                before);
    }

    private static List<InvoiceLine> lines(String items, Locale reader, Explainer explainer) {
        return FrozenLine.read(items).stream()
                .map(line -> line.in(reader, explainer))
                .toList();
    }

    public Optional<InvoiceOwner> owner(UUID customer) {
        return sql.first(
                "select id, full_name, contract_number, status, balance, currency from customers where id = ?",
                row -> new InvoiceOwner(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBigDecimal(5),
                        row.getString(6)),
                customer);
    }

    private static String column(InvoiceQuery.Sort sort) {
        return switch (sort) {
            case ISSUED -> "i.id"; // ids are ordered by time
            case NUMBER -> "i.number";
            case AMOUNT -> "i.amount";
            case DUE -> "i.due_date";
        };
    }

    /** Only the conditions that are asked for, so that each question finds its index. */
    private static String where(InvoiceQuery query, List<Object> parameters) {
        StringBuilder where = new StringBuilder("where true");
        add(where, parameters, " and i.customer_id = ?", query.customerId());
        add(where, parameters, " and i.run_id = ?", query.runId());
        InvoiceStatus status = query.status();
        add(where, parameters, " and i.status = ?", status == null ? null : status.code());
        String number = query.number();
        if (number != null && !number.isBlank()) {
            add(where, parameters, " and i.number like ?", Sql.prefix(number.strip()));
        }
        return where.toString();
    }

    private static void add(
            StringBuilder where, List<Object> parameters, String condition, @Nullable Object parameter) {
        if (parameter != null) {
            where.append(condition);
            parameters.add(parameter);
        }
    }

    private static InvoiceSummary summary(ResultSet row) throws SQLException {
        Timestamp paid = row.getTimestamp(11);
        return new InvoiceSummary(
                row.getObject(1, UUID.class),
                row.getString(2),
                Coded.of(InvoiceKind.class, row.getString(3)),
                Coded.of(InvoiceStatus.class, row.getString(4)),
                row.getBigDecimal(5),
                row.getBigDecimal(6),
                row.getBigDecimal(7),
                row.getString(8),
                row.getObject(9, LocalDate.class),
                row.getObject(10, LocalDate.class),
                paid == null ? null : paid.toInstant(),
                row.getObject(12, UUID.class),
                row.getString(13),
                row.getString(14));
    }

    private static InvoiceDetail detail(ResultSet row, Locale reader) throws SQLException {
        InvoiceSummary head = summary(row);
        Explainer explainer = new Explainer(reader);
        return new InvoiceDetail(
                head.id(),
                head.number(),
                head.kind(),
                head.status(),
                head.amount(),
                head.tax(),
                head.outstanding(),
                head.currency(),
                head.issuedOn(),
                head.dueDate(),
                head.paidAt(),
                head.customerId(),
                head.customerName(),
                head.contractNumber(),
                row.getObject(15, UUID.class),
                lines(row.getString(16), reader, explainer));
    }
}
