package uplink.bench.documents;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A pool of one connection, for work on one thread: who closes it gives it back. */
final class OneConnection implements AutoCloseable {

    private final Connection connection;
    private final DataSource pool;

    OneConnection(DataSource database) throws SQLException {
        connection = database.getConnection();
        ClassLoader loader = OneConnection.class.getClassLoader();
        Object lent = Proxy.newProxyInstance(loader, new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
            if (method.getName().equals("close")) {
                return null;
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        });
        pool = (DataSource)
                Proxy.newProxyInstance(loader, new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> lent);
    }

    DataSource pool() {
        return pool;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
