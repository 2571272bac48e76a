package uplink.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import uplink.standin.Mood;

/**
 * How long tests wait for somebody else's server: shortly for one that is not going to answer in time, and as long as the
 * slowest machine needs for one that is. One patience for both is either a slow test or one that fails when it is unlucky.
 */
public final class Patience {

    /** For one that keeps silent: long enough for it to have understood what it does not answer. */
    public static final Duration SHORT = Duration.ofSeconds(1);
    /** For one that answers. */
    public static final Duration LONG = Duration.ofSeconds(30);

    private static final Set<Mood> LATE = Set.of(Mood.SLOW, Mood.SILENT);

    private Patience() {}

    /**
     * The way to a stand-in, with the patience that suits its mood of the moment.
     *
     * @param type an interface
     * @param mood the stand-in's, now
     * @param with makes a way with that patience
     */
    public static <T> T by(Class<T> type, Supplier<Mood> mood, Function<Duration, T> with) {
        T brief = with.apply(SHORT);
        T patient = with.apply(LONG);
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("equals")) {
                        return proxy == arguments[0];
                    }
                    try {
                        return method.invoke(LATE.contains(mood.get()) ? brief : patient, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
