package uplink.testing;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A database transaction in a test: commits, or rolls back when the work throws. */
public final class Tx {

    /** Work inside the transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws Exception;
    }

    private Tx() {}

    /** As the application. */
    public static <T> T run(Work<T> work) {
        return run(Database.app(), work);
    }

    public static <T> T run(DataSource database, Work<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.with(connection);
                connection.commit();
                return result;
            } catch (Exception e) {
                connection.rollback();
                throw e;
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
