package uplink.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What the container does with a pool: inside a transaction a thread gets the same connection again and again. */
public final class Transactions {

    private final DataSource database;
    private final ThreadLocal<@Nullable Connection> current = new ThreadLocal<>();

    public Transactions(DataSource database) {
        this.database = database;
    }

    /** For whoever takes part. */
    public DataSource dataSource() {
        return proxy(
                DataSource.class,
                database,
                () -> current.get() == null ? null : proxy(Connection.class, current.get(), () -> null, "close"),
                "getConnection");
    }

    /** Commits, or rolls back when the work throws. */
    public <T> T call(Supplier<T> work) {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            current.set(connection);
            try {
                T answer = work.get();
                connection.commit();
                return answer;
            } catch (RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                current.remove();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    private static <T> T proxy(Class<T> type, Object target, Supplier<@Nullable Object> instead, String method) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, called, arguments) -> {
                    if (called.getName().equals(method)) {
                        Object answer = instead.get();
                        if (answer != null || method.equals("close")) {
                            return answer;
                        }
                    }
                    try {
                        return called.invoke(target, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
