package uplink.testing;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hibernate.cfg.Configuration;
import uplink.shared.BusinessClock;
import uplink.shared.Outbox;
import uplink.shared.Sql;

/**
 * Boundaries outside the container: injected by hand, on one connection of the real database, with Hibernate on the
 * real schema and a clock that stands still. Each {@link #call} is one database transaction.
 */
public final class Boundaries implements AutoCloseable {

    private static final EntityManagerFactory ENTITIES = entities();

    private final Connection connection;
    private final DataSource database;
    private final EntityManager entityManager;
    private final Standing clock = new Standing();
    private final Map<Class<?>, Object> made = new HashMap<>();
    private final Map<Class<?>, Consumer<Object>> observers = new HashMap<>();
    private boolean rollbackOnly;

    public Boundaries(LocalDate today) {
        try {
            connection = Database.app().getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        database = single(connection);
        entityManager = ENTITIES.unwrap(org.hibernate.SessionFactory.class)
                .withOptions()
                .connection(connection)
                .openSession();
        made.put(BusinessClock.class, clock);
        today(today);
    }

    /** Moves business time to noon of that day. */
    public void today(LocalDate day) {
        clock.now = day.atTime(12, 0).atZone(clock.getZone()).toInstant();
    }

    /** The boundary, made once; what it does belongs to the transaction of the {@link #call}. */
    public <T> T get(Class<T> type) {
        return get(type, database);
    }

    /** One that the test has made, with what it asks for. */
    public <T> T injected(T bean) {
        inject(bean.getClass(), bean, database);
        return bean;
    }

    /** Uses this one instead of making one. */
    public <T> Boundaries with(Class<T> type, T made) {
        this.made.put(type, made);
        return this;
    }

    private <T> T get(Class<T> type, DataSource from) {
        Object present = made.get(type);
        if (present == null) {
            present = make(type);
            made.put(type, present);
            inject(type, present, from);
        }
        return type.cast(present);
    }

    /** Delivers events of that type to the observer, as CDI would inside the transaction. */
    public <E> void observe(Class<E> type, Consumer<E> observer) {
        observers.put(type, event -> observer.accept(type.cast(event)));
    }

    /** One transaction: committed, or rolled back when the work throws. */
    public <T> T call(Supplier<T> work) {
        entityManager.clear();
        rollbackOnly = false;
        autoCommit(false);
        entityManager.getTransaction().begin();
        try {
            T answer = work.get();
            if (rollbackOnly) {
                entityManager.getTransaction().rollback();
            } else {
                entityManager.getTransaction().commit();
            }
            return answer;
        } catch (RuntimeException e) {
            entityManager.getTransaction().rollback();
            throw e;
        } finally {
            autoCommit(true);
        }
    }

    private void autoCommit(boolean on) {
        try {
            connection.setAutoCommit(on);
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

    /** Plain SQL on the same connection. */
    public Sql sql() {
        return Sql.in(database);
    }

    public DataSource database() {
        return database;
    }

    /** Types of the events in the outbox about that subject, oldest first. */
    public List<String> announced(Object subject) {
        return sql().list(
                        "select type from outbox where subject = ? order by id",
                        row -> row.getString(1),
                        subject.toString());
    }

    @Override
    public void close() throws SQLException {
        entityManager.close();
        connection.close();
    }

    private static <T> T make(Class<T> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void inject(Class<?> type, Object into, DataSource from) {
        for (Field field : type.getDeclaredFields()) {
            Object value = valueOf(field, from);
            if (value != null) {
                try {
                    field.setAccessible(true);
                    field.set(into, value);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private Object valueOf(Field field, DataSource from) {
        if (field.isAnnotationPresent(PersistenceContext.class)) {
            return entityManager;
        }
        if (field.getType() == SessionContext.class) {
            return Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {SessionContext.class}, (p, method, args) -> {
                        rollbackOnly |= method.getName().equals("setRollbackOnly");
                        return null;
                    });
        }
        if (field.getType() == DataSource.class) {
            return from;
        }
        if (field.getType() == jakarta.enterprise.event.Event.class) {
            Object of = ((ParameterizedType) field.getGenericType()).getActualTypeArguments()[0];
            return event((Class<?>) of);
        }
        boolean injected = field.isAnnotationPresent(Inject.class) || field.isAnnotationPresent(jakarta.ejb.EJB.class);
        return injected && !field.isAnnotationPresent(Resource.class) ? inner(field.getType()) : null;
    }

    /** A bean that another one calls: with a transaction of its own where it asks for one. */
    private Object inner(Class<?> type) {
        return get(type, hasOwnTransactions(type) ? Database.app() : database);
    }

    private static boolean hasOwnTransactions(Class<?> boundary) {
        TransactionAttribute attribute = boundary.getAnnotation(TransactionAttribute.class);
        return attribute != null && attribute.value() == TransactionAttributeType.REQUIRES_NEW;
    }

    private Object event(Class<?> of) {
        return Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {jakarta.enterprise.event.Event.class},
                (p, method, args) -> {
                    if (method.getName().equals("fire")) {
                        observers.getOrDefault(of, nobody -> {}).accept(args[0]);
                    }
                    return null;
                });
    }

    /** Hands out the one connection again and again and never closes it. */
    private static DataSource single(Connection connection) {
        Connection lent = (Connection) Proxy.newProxyInstance(
                Boundaries.class.getClassLoader(), new Class<?>[] {Connection.class}, (p, method, args) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
        return (DataSource) Proxy.newProxyInstance(
                Boundaries.class.getClassLoader(), new Class<?>[] {DataSource.class}, (p, method, args) -> lent);
    }

    private static EntityManagerFactory entities() {
        Configuration hibernate = new Configuration();
        hibernate.getProperties().put("hibernate.connection.datasource", Database.app());
        hibernate.setProperty("hibernate.hbm2ddl.auto", "validate");
        hibernate.setProperty("hibernate.jdbc.time_zone", "UTC");
        hibernate.setProperty("hibernate.jdbc.batch_size", "100");
        hibernate.setProperty("hibernate.order_inserts", "true");
        hibernate.setProperty("hibernate.order_updates", "true");
        hibernate.setProperty("hibernate.bytecode.provider", "bytebuddy");
        for (Class<?> type : mapped()) {
            hibernate.addAnnotatedClass(type);
        }
        return hibernate.buildSessionFactory();
    }

    /** Every entity and converter of the module, as the container would find them. */
    private static List<Class<?>> mapped() {
        List<Class<?>> found = new ArrayList<>();
        try {
            URI root = Outbox.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file :
                        files.filter(f -> f.toString().endsWith(".class")).toList()) {
                    String name = Path.of(root).relativize(file).toString().replace('/', '.');
                    Class<?> type = Class.forName(
                            name.substring(0, name.length() - 6), false, Boundaries.class.getClassLoader());
                    if (type.isAnnotationPresent(Entity.class) || type.isAnnotationPresent(Converter.class)) {
                        found.add(type);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        return found;
    }

    /** Business time that stands still until it is moved. */
    private static final class Standing extends BusinessClock {
        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Europe/Moscow");
        }
    }
}
