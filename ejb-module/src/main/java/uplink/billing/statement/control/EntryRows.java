package uplink.billing.statement.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.statement.boundary.BankEntry;
import uplink.billing.statement.boundary.BankEntryQuery;
import uplink.billing.statement.boundary.BankMatch;
import uplink.billing.statement.boundary.Clue;
import uplink.billing.statement.boundary.EntryStatus;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Tables {@code bank_entries} and {@code bank_matches}, read. */
public final class EntryRows {

    private static final String SELECT =
            """
            select id, file_id, status, booked_on, amount, currency, account, document, party_name, party_inn,
                party_account, purpose, reason from bank_entries\s""";
    private static final String WANTED =
            """
            where (?::uuid is null or file_id = ?) and (?::text is null or status = ?)
                and (?::numeric is null or amount = ?)
                and (?::text is null or party_name ilike ? or purpose ilike ?)\s""";

    private final Sql sql;

    public EntryRows(Sql sql) {
        this.sql = sql;
    }

    public Optional<BankEntry> one(UUID id) {
        return sql.first(SELECT + "where id = ?", EntryRows::entry, id);
    }

    /** Locks it: two people may sit at the desk. */
    EntryStatus lock(UUID id) {
        return sql.first(
                        "select status from bank_entries where id = ? for update",
                        row -> Coded.of(EntryStatus.class, row.getString(1)),
                        id)
                .orElseThrow();
    }

    public List<BankEntry> before(@Nullable EntryStatus status, @Nullable UUID before, int limit) {
        String code = status == null ? null : status.code();
        return sql.list(
                SELECT
                        + "where (?::text is null or status = ?) and (?::uuid is null or id < ?) order by id desc limit ?",
                EntryRows::entry,
                code,
                code,
                before,
                before,
                limit);
    }

    public List<BankEntry> list(BankEntryQuery query) {
        return sql.list(
                SELECT + WANTED + "order by id desc limit ? offset ?",
                EntryRows::entry,
                parameters(query, query.size(), query.first()));
    }

    public long count(BankEntryQuery query) {
        return sql.number("select count(*) from bank_entries " + WANTED, parameters(query));
    }

    private static @Nullable Object[] parameters(BankEntryQuery query, Object... more) {
        String status = query.status() == null ? null : query.status().code();
        String text = query.text() == null || query.text().isBlank()
                ? null
                : "%" + Sql.prefix(query.text().strip());
        @Nullable
        Object[] wanted = {
            query.fileId(), query.fileId(), status, status, query.amount(), query.amount(), text, text, text
        };
        @Nullable Object[] all = java.util.Arrays.copyOf(wanted, wanted.length + more.length);
        System.arraycopy(more, 0, all, wanted.length, more.length);
        return all;
    }

    public List<BankMatch> matches(UUID entry) {
        return sql.list(
                """
                select m.payment_id, c.id, c.full_name, c.contract_number, m.amount, p.currency, m.clue, m.made_at,
                    m.undone_at, m.undone_why
                from bank_matches m join payments p on p.id = m.payment_id join customers c on c.id = p.customer_id
                where m.entry_id = ? order by m.payment_id""",
                EntryRows::match,
                entry);
    }

    private static BankMatch match(ResultSet row) throws SQLException {
        return new BankMatch(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getBigDecimal(5),
                row.getString(6),
                Coded.of(Clue.class, row.getString(7)),
                row.getTimestamp(8).toInstant(),
                row.getTimestamp(9) == null ? null : row.getTimestamp(9).toInstant(),
                row.getString(10));
    }

    static BankEntry entry(ResultSet row) throws SQLException {
        return new BankEntry(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Coded.of(EntryStatus.class, row.getString(3)),
                row.getObject(4, LocalDate.class),
                row.getBigDecimal(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13));
    }
}
