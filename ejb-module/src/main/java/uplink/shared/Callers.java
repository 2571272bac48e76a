package uplink.shared;

import java.util.function.Supplier;

/** The caller of the current thread. Whoever crosses a thread hands the caller on with {@link #as}. */
public final class Callers {

    private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();

    private Callers() {}

    public static Caller current() {
        Caller caller = CURRENT.get();
        return caller == null ? Caller.ANONYMOUS : caller;
    }

    /** Runs the work as that caller and puts the one before back, whatever happens. */
    public static <T> T as(Caller caller, Supplier<T> work) {
        Caller before = CURRENT.get();
        CURRENT.set(caller);
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    public static void run(Caller caller, Runnable work) {
        as(caller, () -> {
            work.run();
            return true;
        });
    }

    /** For edges that cannot wrap the work (request and response filters): set, and always {@link #clear} after. */
    public static void set(Caller caller) {
        CURRENT.set(caller);
    }

    public static void clear() {
        CURRENT.remove();
    }
}
