package uplink.shared;

import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Tells the database on whose behalf it is written to, so that it writes the audit trail (ADR 12): once in each
 * transaction, before its first change, and not at all when nothing is changed. The call of a boundary by a person or an
 * integration opens it ({@link AllowedGuard}); everything that changes rows goes through {@link Sql} or Hibernate, and
 * both ask here. The system's own work is not recorded.
 */
public final class Trail {

    /**
     * What is recorded beside the changes of rows.
     *
     * @param fields what there is to tell about the entity; empty: nothing more than that it happened
     */
    public record Note(String action, String entity, String entityId, Map<String, Object> fields) {}

    private static final ThreadLocal<Deed> CURRENT = new ThreadLocal<>();
    private static final Pattern READ = Pattern.compile("\\s*(select|values|show)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUERY = Pattern.compile("\\s*with\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHANGE =
            Pattern.compile("\\b(insert|update|delete|merge)\\b", Pattern.CASE_INSENSITIVE);
    private static final String ANNOUNCE = "select set_config('uplink.actor', ?, true)";
    private static final Set<Integer> OPEN =
            Set.of(Status.STATUS_ACTIVE, Status.STATUS_MARKED_ROLLBACK, Status.STATUS_PREPARING);

    private static volatile @Nullable TransactionSynchronizationRegistry transactions;
    private static volatile @Nullable DataSource database;

    private Trail() {}

    /** Without it, as in tests, every transaction is its connection's own. */
    static void begin(TransactionSynchronizationRegistry containers, DataSource source) {
        database = source;
        transactions = containers;
    }

    /** The call of a boundary begins; tells whether it is the outermost, whose end must {@link #leave}. */
    static boolean enter(Caller caller, Method call) {
        if (caller.isSystem() || CURRENT.get() != null) {
            return false;
        }
        Deed deed = new Deed(caller, call);
        CURRENT.set(deed);
        TransactionSynchronizationRegistry running = running();
        if (running != null) {
            running.putResource(Deed.class, deed); // Hibernate may write at the commit, when the call is over
        }
        return true;
    }

    static void leave() {
        CURRENT.remove();
    }

    /**
     * For calls by somebody who is not signed in, once it is known who that is: what is changed from here on was this
     * user's doing.
     */
    public static void actingAs(UUID user, String action) {
        Deed deed = deed();
        if (deed != null) {
            deed.by(user, action);
        }
    }

    /** The word for the call of a boundary's method: {@code Customers.update} is {@code customer.update}. */
    public static String action(String boundary, String method) {
        return Deed.word(boundary, method);
    }

    /** Records what changes no row that is captured, such as a refused sign-in, or the chunk of a job. */
    public static void note(Sql sql, @Nullable UUID actor, Note note) {
        note(sql, actor, null, note);
    }

    /** The same about a customer, in whose history it is found. */
    public static void note(Sql sql, @Nullable UUID actor, @Nullable UUID customer, Note note) {
        sql.first(
                "select audit_insert(?::jsonb, ?, ?, ?, null, ?::jsonb)::text",
                row -> true,
                Deed.context(actor, note.action()),
                note.entity(),
                note.entityId(),
                customer,
                note.fields().isEmpty()
                        ? null
                        : Json.write(Map.of(note.entity() + "/" + note.entityId(), note.fields())));
    }

    /** Whether changes are to be announced now. */
    static boolean isOpen() {
        return deed() != null;
    }

    /** Whether a statement may change rows. The functions of the schema that queries call change nothing captured. */
    static boolean isChange(String sql) {
        return !READ.matcher(sql).lookingAt()
                && !(QUERY.matcher(sql).lookingAt() && !CHANGE.matcher(sql).find());
    }

    /** Work that may change rows, announced first; a connection without a transaction gets one for the work. */
    static <T extends @Nullable Object> T attributed(Connection connection, Sql.Work<T> work) throws SQLException {
        Deed deed = deed();
        if (deed == null) {
            return work.with(connection);
        }
        if (connection.getAutoCommit()) {
            return inOwnTransaction(connection, deed, work);
        }
        TransactionSynchronizationRegistry running = running();
        if (running == null || !knows(running, deed)) {
            announce(connection, deed);
            if (running != null) {
                running.putResource(Trail.class, deed.revision());
            }
        }
        return work.with(connection);
    }

    /** For Hibernate, which asks before each statement, always inside a transaction. */
    static void changing() {
        Deed deed = deed();
        TransactionSynchronizationRegistry running = running();
        DataSource source = database;
        if (deed != null && running != null && source != null && !knows(running, deed)) {
            Sql.in(source).with(connection -> true);
        }
    }

    private static boolean knows(TransactionSynchronizationRegistry running, Deed deed) {
        return Integer.valueOf(deed.revision()).equals(running.getResource(Trail.class));
    }

    private static <T extends @Nullable Object> T inOwnTransaction(Connection connection, Deed deed, Sql.Work<T> work)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            announce(connection, deed);
            T result = work.with(connection);
            if (!connection.getAutoCommit()) { // else the work has committed by itself
                connection.commit();
            }
            return result;
        } catch (SQLException | RuntimeException e) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static void announce(Connection connection, Deed deed) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ANNOUNCE)) {
            statement.setString(1, deed.context());
            statement.execute();
        }
    }

    private static @Nullable Deed deed() {
        if (Callers.current().isSystem()) {
            return null;
        }
        Deed here = CURRENT.get();
        if (here != null) {
            return here;
        }
        TransactionSynchronizationRegistry running = running();
        return running == null ? null : (Deed) running.getResource(Deed.class);
    }

    /** Null outside a transaction of the container, and where there is no container. */
    private static @Nullable TransactionSynchronizationRegistry running() {
        TransactionSynchronizationRegistry known = transactions;
        return known != null && OPEN.contains(known.getTransactionStatus()) ? known : null;
    }
}
