package uplink.shared;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Plain SQL where sets of rows matter more than entities: lists, reports, the bill run. Takes part in the caller's
 * transaction, because the pool hands out the transaction's own connection.
 */
public final class Sql {

    /** Makes an object of the current row. */
    @FunctionalInterface
    public interface Row<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    /** Work on the transaction's connection. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T with(Connection connection) throws SQLException;
    }

    private final @Nullable DataSource database;
    private final @Nullable Connection kept;

    private Sql(@Nullable DataSource database, @Nullable Connection kept) {
        this.database = database;
        this.kept = kept;
    }

    public static Sql in(DataSource database) {
        return new Sql(database, null);
    }

    /** On a connection that the caller keeps and closes. */
    public static Sql on(Connection connection) {
        return new Sql(null, connection);
    }

    /** A pattern for {@code like} that finds what begins with the text, whatever is in it. */
    public static String prefix(String text) {
        return text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
    }

    /** Statements without parameters that change nothing that is kept: of temporary tables, of savepoints. */
    public void run(String statements) {
        with(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(statements);
            }
        });
    }

    public <T> List<T> list(String sql, Row<T> row, @Nullable Object... parameters) {
        return with(Trail.isChange(sql), connection -> {
            try (PreparedStatement statement = prepare(connection, sql, parameters);
                    ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row.read(rows));
                }
                return found;
            }
        });
    }

    public <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... parameters) {
        return list(sql, row, parameters).stream().findFirst();
    }

    /** The one number that a query such as {@code select count(*)} answers. */
    public long number(String sql, @Nullable Object... parameters) {
        return first(sql, row -> row.getLong(1), parameters).orElse(0L);
    }

    /**
     * The values of an indexed column that are there, sorted, each once: by hops over the index, for many rows of few values.
     *
     * @param table and
     * @param column named by the program, never by a caller's text
     */
    public List<String> distinct(String table, String column, int most) {
        return list(
                """
                with recursive hop (v) as (
                    (select %2$s from %1$s order by %2$s limit 1)
                    union all
                    select (select %2$s from %1$s where %2$s > v order by %2$s limit 1) from hop where v is not null)
                select v from hop where v is not null limit ?"""
                        .formatted(table, column),
                row -> row.getString(1),
                most);
    }

    /** Rows changed. */
    public int update(String sql, @Nullable Object... parameters) {
        return with(true, connection -> {
            try (PreparedStatement statement = prepare(connection, sql, parameters)) {
                return statement.executeUpdate();
            }
        });
    }

    /** Work that may change rows, as far as anybody can tell. */
    public <T extends @Nullable Object> T with(Work<T> work) {
        return with(true, work);
    }

    private <T extends @Nullable Object> T with(boolean changes, Work<T> work) {
        Work<T> announced = changes ? connection -> Trail.attributed(connection, work) : work;
        try {
            return database == null ? announced.with(Objects.requireNonNull(kept)) : withOwn(database, announced);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static <T extends @Nullable Object> T withOwn(DataSource database, Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return work.with(connection);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            bind(connection, statement, i + 1, parameters[i]);
        }
        return statement;
    }

    private static void bind(Connection connection, PreparedStatement statement, int at, @Nullable Object value)
            throws SQLException {
        if (value instanceof Instant instant) {
            statement.setTimestamp(at, Timestamp.from(instant));
        } else if (value instanceof UUID[] ids) {
            statement.setArray(at, connection.createArrayOf("uuid", ids));
        } else if (value instanceof BigDecimal[] amounts) {
            statement.setArray(at, connection.createArrayOf("numeric", amounts));
        } else if (value instanceof LocalDate[] days) {
            statement.setArray(at, connection.createArrayOf("date", days));
        } else if (value instanceof Integer[] numbers) {
            statement.setArray(at, connection.createArrayOf("int4", numbers));
        } else if (value instanceof String[] texts) {
            statement.setArray(at, connection.createArrayOf("text", texts));
        } else {
            statement.setObject(at, value);
        }
    }
}
