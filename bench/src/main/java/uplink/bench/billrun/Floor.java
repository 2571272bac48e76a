package uplink.bench.billrun;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * The least that a database does for a run's rows: one INSERT … SELECT or UPDATE … FROM a table and chunk, one
 * transaction a chunk, into the same tables with the same partitions, indexes and foreign keys.
 */
final class Floor {
    private final DataSource database;
    private final List<String> statements;

    private Floor(DataSource database, List<String> statements) {
        this.database = database;
        this.statements = statements;
    }

    /** Reads from the staged rows which columns a run changes. */
    static Floor over(DataSource database) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Connection connection = database.getConnection()) {
            for (String table : Staging.inserted()) {
                String columns = String.join(", ", Rows.columns(connection, "public." + table));
                statements.add("insert into " + table + " (" + columns + ") select " + columns + " from stage." + table
                        + " where chunk = ");
            }
            for (String table : Staging.UPDATED) {
                List<String> changed = changed(connection, table);
                if (!changed.isEmpty()) {
                    String assignments = String.join(
                            ", ",
                            changed.stream()
                                    .map(column -> column + " = s." + column)
                                    .toList());
                    statements.add("update " + table + " t set " + assignments + " from stage." + table
                            + " s where t.id = s.id and s.chunk = ");
                }
            }
        }
        return new Floor(database, statements);
    }

    private static List<String> changed(Connection connection, String table) throws SQLException {
        List<String> changed = new ArrayList<>();
        for (String column : Rows.columns(connection, "public." + table)) {
            long differing = Rows.number(
                    connection,
                    String.format(
                            "select count(*) from stage.%1$s s join %1$s t using (id)"
                                    + " where s.%2$s is distinct from t.%2$s",
                            table, column));
            if (differing > 0) {
                changed.add(column);
            }
        }
        return changed;
    }

    /** Writes all chunks. */
    void write(int chunks, int workers) throws SQLException {
        new Workers(workers).share(chunks, database::getConnection, this::writeChunk);
    }

    private void writeChunk(Connection connection, int chunk) throws SQLException {
        connection.setAutoCommit(false);
        for (String statement : statements) {
            Rows.execute(connection, statement + chunk);
        }
        connection.commit();
    }
}
