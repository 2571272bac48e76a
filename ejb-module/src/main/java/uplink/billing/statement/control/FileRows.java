package uplink.billing.statement.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.statement.boundary.BankFile;
import uplink.billing.statement.boundary.BankStatement;
import uplink.billing.statement.boundary.StatementFormat;
import uplink.shared.Coded;
import uplink.shared.Sql;

/** Tables {@code bank_files} and {@code bank_statements}, read. */
public final class FileRows {

    private static final String SELECT =
            """
            select f.id, f.file_name, f.format, f.entries, f.added, f.matched, f.incoming, f.outgoing, f.currency,
                u.full_name, f.uploaded_at from bank_files f left join users u on u.id = f.uploaded_by\s""";

    private final Sql sql;

    public FileRows(Sql sql) {
        this.sql = sql;
    }

    public Optional<BankFile> one(UUID id) {
        return sql.first(SELECT + "where f.id = ?", FileRows::file, id);
    }

    public List<BankFile> before(@Nullable UUID before, int limit) {
        return sql.list(
                SELECT + "where ?::uuid is null or f.id < ? order by f.id desc limit ?",
                FileRows::file,
                before,
                before,
                limit);
    }

    public List<BankFile> list(int first, int size) {
        return sql.list(SELECT + "order by f.id desc limit ? offset ?", FileRows::file, size, first);
    }

    public long count() {
        return sql.number("select count(*) from bank_files");
    }

    public List<BankStatement> statements(UUID file) {
        return sql.list(
                """
                select account, from_day, to_day, opening, incoming, outgoing, closing from bank_statements
                where file_id = ? order by no""",
                row -> new BankStatement(
                        row.getString(1),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class),
                        row.getBigDecimal(4),
                        row.getBigDecimal(5),
                        row.getBigDecimal(6),
                        row.getBigDecimal(7)),
                file);
    }

    private static BankFile file(ResultSet row) throws SQLException {
        return new BankFile(
                row.getObject(1, UUID.class),
                row.getString(2),
                Coded.of(StatementFormat.class, row.getString(3)),
                row.getInt(4),
                row.getInt(5),
                row.getInt(6),
                row.getBigDecimal(7),
                row.getBigDecimal(8),
                row.getString(9),
                row.getString(10),
                row.getTimestamp(11).toInstant());
    }
}
