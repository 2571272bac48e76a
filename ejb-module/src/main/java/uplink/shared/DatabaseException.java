package uplink.shared;

import jakarta.ejb.ApplicationException;
import java.sql.SQLException;

/** The database refused or was not there. Rolls back; {@link #sqlState()} tells a broken rule from a broken line. */
@ApplicationException(rollback = true)
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String sqlState;

    public DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
        String state = cause.getSQLState();
        this.sqlState = state == null ? "" : state;
    }

    public String sqlState() {
        return sqlState;
    }

    /** Class 23 of SQLSTATE: a constraint said no. */
    public boolean isBrokenConstraint() {
        return sqlState.startsWith("23");
    }
}
