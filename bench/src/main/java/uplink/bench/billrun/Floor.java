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
            for (Piece piece : Staging.PIECES) {
                if (Rows.number(connection, "select count(*) from " + piece.name()) > 0) {
                    statements.add(piece.update() ? update(connection, piece) : insert(connection, piece));
                }
            }
        }
        return new Floor(database, statements);
    }

    private static String insert(Connection connection, Piece piece) throws SQLException {
        String columns = String.join(", ", Rows.columns(connection, "public." + piece.table()));
        return "insert into " + piece.table() + " (" + columns + ") select " + columns + " from " + piece.name()
                + " where chunk = ";
    }

    private static String update(Connection connection, Piece piece) throws SQLException {
        List<String> assignments = new ArrayList<>();
        for (String column : Rows.columns(connection, "public." + piece.table())) {
            long differing = Rows.number(
                    connection,
                    String.format(
                            "select count(*) from %1$s s join %2$s t using (id) where s.%3$s is distinct from t.%3$s",
                            piece.name(), piece.table(), column));
            if (differing > 0) {
                assignments.add(column + " = s." + column);
            }
        }
        return "update " + piece.table() + " t set " + String.join(", ", assignments) + " from " + piece.name()
                + " s where t.id = s.id and s.chunk = ";
    }

    /** Each lacks the number of the chunk at its end. */
    List<String> statements() {
        return statements;
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
