package uplink.bench.documents;

import jakarta.inject.Inject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.shared.BusinessClock;

/** Beans of the product without their container: what they need for invoices is put into their fields, the rest stays empty. */
final class Wired {

    /** What is made when somebody asks for it. */
    private static final Set<String> NEEDED =
            Set.of("StaffBooks", "BookSources", "Invoices", "PaymentQrs", "ProviderRequisites");

    private final Map<Class<?>, Object> beans = new HashMap<>();

    Wired(DataSource database, BusinessClock clock) {
        beans.put(DataSource.class, database);
        beans.put(BusinessClock.class, clock);
    }

    <T> T get(Class<T> type) {
        Object bean = beans.get(type);
        if (bean == null) {
            bean = made(type);
            beans.put(type, bean);
        }
        return type.cast(bean);
    }

    private Object made(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object bean = constructor.newInstance();
            for (Field field : type.getDeclaredFields()) {
                Object value = valueOf(field);
                if (value != null) {
                    field.setAccessible(true);
                    field.set(bean, value);
                }
            }
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object valueOf(Field field) {
        boolean needed = field.isAnnotationPresent(Inject.class)
                && NEEDED.contains(field.getType().getSimpleName());
        return needed ? get(field.getType()) : beans.get(field.getType());
    }
}
