package uplink.shared;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import uplink.testing.Database;

/** Work in a test as the call of a boundary by somebody. */
public final class Doing {

    private Doing() {}

    /** A new member of staff. */
    public static UUID somebody() {
        UUID user = Ids.next();
        Sql.in(Database.app())
                .update(
                        """
                        insert into users (id, email, full_name, role, created_at, updated_at)
                        values (?, ?, 'Somebody', 'operator', now(), now())""",
                        user,
                        user + "@example.org");
        return user;
    }

    public static <T> T as(UUID user, Class<?> boundary, String method, Supplier<T> work) {
        return as(new Caller(user, null, "somebody", Set.of(Permission.CUSTOMER_WRITE)), boundary, method, work);
    }

    public static <T> T as(Caller caller, Class<?> boundary, String method, Supplier<T> work) {
        return Callers.as(caller, () -> {
            boolean outermost = Trail.enter(caller, call(boundary, method));
            try {
                return work.get();
            } finally {
                if (outermost) {
                    Trail.leave();
                }
            }
        });
    }

    private static Method call(Class<?> boundary, String name) {
        for (Method method : boundary.getMethods()) {
            if (method.getName().equals(name)) {
                return method;
            }
        }
        throw new IllegalArgumentException(name);
    }
}
