package uplink.document.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uplink.billing.invoice.boundary.RenderedLine;
import uplink.document.boundary.DocumentKind;
import uplink.document.boundary.DocumentSummary;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Coded;
import uplink.shared.Ids;
import uplink.shared.Json;
import uplink.shared.Sql;

/** Tables {@code papers} and {@code act_lines}: written once. The constraints decide between two who issue the same. */
public final class PaperRows {

    /** A line of an invoice. */
    record Line(UUID invoice, int no) {

        static Line of(RenderedLine line) {
            return new Line(line.invoiceId(), line.no());
        }
    }

    private static final String SELECT =
            "select p.id, p.customer_id, p.kind, p.number, p.issued_on, p.content from papers p ";

    private final Sql sql;

    public PaperRows(Sql sql) {
        this.sql = sql;
    }

    public Optional<Issued> find(UUID id) {
        return sql.first(SELECT + "where p.id = ?", PaperRows::issued, id);
    }

    /** {@code not-found} */
    public DocumentSummary summary(UUID id) {
        return sql.first(
                        "select id, kind, number, issued_on, amount, currency, from_day, to_day from papers where id = ?",
                        DocumentRows::summary,
                        id)
                .orElseThrow(BusinessException::notFound);
    }

    public Optional<Issued> ofPayment(UUID payment) {
        return sql.first(SELECT + "where p.payment_id = ?", PaperRows::issued, payment);
    }

    public Optional<Issued> act(UUID customer, LocalDate month) {
        return sql.first(
                SELECT + "where p.customer_id = ? and p.kind = 'act' and p.from_day = ?",
                PaperRows::issued,
                customer,
                month);
    }

    /** By the number that it was given; of a contract the newest. */
    Optional<Issued> numbered(DocumentKind kind, String number) {
        return sql.first(
                SELECT + "where p.kind = ? and p.number = ? order by p.id desc limit 1",
                PaperRows::issued,
                kind.code(),
                number);
    }

    /**
     * Issues it, unless the same is issued already; answers what is issued.
     *
     * @param lines of an act; a line that another act has by now: {@code conflict} of the database
     */
    public Issued issue(Draft draft, List<RenderedLine> lines, LocalDate today, Instant now) {
        String content = Json.write(draft.facts());
        UUID id = Ids.next();
        sql.update(
                """
                with paper as (
                    insert into papers (id, kind, customer_id, payment_id, contract_id, from_day, to_day, number, issued_on,
                        amount, currency, content, digest, created_at, created_by)
                    values (?, ?, ?, ?, ?, ?, ?, coalesce(?, (select s.prefix || lpad(n::text, greatest(s.width, length(n::text)), '0')
                            from number_series s cross join lateral take_numbers(s.series, 1) n where s.series = ?)),
                        ?, ?, ?, ?::jsonb, encode(sha256(convert_to(?, 'UTF8')), 'hex'), ?, ?)
                    on conflict do nothing returning id)
                insert into act_lines (invoice_id, line_no, act_id)
                select l.invoice, l.no, paper.id from paper cross join unnest(?::uuid[], ?::int4[]) l (invoice, no)""",
                id,
                draft.kind().code(),
                draft.customer(),
                draft.payment(),
                draft.contract(),
                draft.from(),
                draft.to(),
                draft.number(),
                draft.kind().code(),
                today,
                draft.amount(),
                draft.currency(),
                content,
                content,
                now,
                Callers.current().userId(),
                lines.stream().map(RenderedLine::invoiceId).toArray(UUID[]::new),
                lines.stream().map(RenderedLine::no).toArray(Integer[]::new));
        return same(draft, content).orElseThrow(BusinessException::notFound);
    }

    /** The one that says the same of the same. */
    private Optional<Issued> same(Draft draft, String content) {
        return sql.first(
                SELECT
                        + """
                        where p.kind = ? and p.customer_id = ? and p.payment_id is not distinct from ?
                            and p.contract_id is not distinct from ? and p.from_day is not distinct from ?
                            and p.to_day is not distinct from ?
                            and (p.kind in ('receipt', 'act') or p.digest = encode(sha256(convert_to(?, 'UTF8')), 'hex'))""",
                PaperRows::issued,
                draft.kind().code(),
                draft.customer(),
                draft.payment(),
                draft.contract(),
                draft.from(),
                draft.to(),
                content);
    }

    /** Lines of an act as they stand in invoices: their numbers by invoice, in order. */
    Map<UUID, List<Integer>> lines(UUID act) {
        Map<UUID, List<Integer>> lines = new LinkedHashMap<>();
        sql.list(
                "select invoice_id, line_no from act_lines where act_id = ? order by invoice_id, line_no",
                row -> lines.computeIfAbsent(row.getObject(1, UUID.class), none -> new ArrayList<>())
                        .add(row.getInt(2)),
                act);
        return lines;
    }

    /** Lines that acts of a customer have. */
    Set<Line> taken(UUID customer) {
        return sql
                .list(
                        """
                        select l.invoice_id, l.line_no from act_lines l join papers p on p.id = l.act_id
                        where p.customer_id = ? and p.kind = 'act'""",
                        row -> new Line(row.getObject(1, UUID.class), row.getInt(2)),
                        customer)
                .stream()
                .collect(Collectors.toSet());
    }

    /** First days of the months of which a customer has an act. */
    Set<LocalDate> months(UUID customer) {
        return Set.copyOf(sql.list(
                "select from_day from papers where customer_id = ? and kind = 'act'",
                row -> row.getObject(1, LocalDate.class),
                customer));
    }

    private static Issued issued(ResultSet row) throws SQLException {
        DocumentKind kind = Coded.of(DocumentKind.class, row.getString(3));
        UUID id = row.getObject(1, UUID.class);
        return new Issued(
                id,
                row.getObject(2, UUID.class),
                new Subject(id, kind, row.getString(4)),
                row.getObject(5, LocalDate.class),
                Facts.read(kind, row.getString(6)));
    }
}
