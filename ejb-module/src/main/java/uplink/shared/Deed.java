package uplink.shared;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a person or an integration is doing on this thread: the outermost call of a boundary. */
final class Deed {

    private static final Map<Method, String> WORDS = new ConcurrentHashMap<>();

    private final Method call;
    private @Nullable UUID actor;
    private @Nullable String action;
    private int revision;

    Deed(Caller caller, Method call) {
        this.call = call;
        this.actor = caller.userId();
    }

    /** For calls that find out only on the way who is asking. */
    void by(UUID user, String what) {
        actor = user;
        action = what;
        revision++;
    }

    /** Grows when what the database was told is no longer true. */
    int revision() {
        return revision;
    }

    /** The row's id, instant, actor, origin and action, as the database wants to hear them. */
    String context() {
        return context(actor, action == null ? WORDS.computeIfAbsent(call, Deed::word) : action);
    }

    static String context(@Nullable UUID actor, String action) {
        UUID id = Ids.next();
        Origin origin = Origin.current();
        Map<String, @Nullable Object> context = new LinkedHashMap<>();
        context.put("id", id);
        context.put("at", Ids.instantOf(id));
        context.put("actor", actor);
        context.put("edge", origin.edge());
        context.put("address", origin.address());
        context.put("agent", origin.agent());
        context.put("request", origin.requestId());
        context.put("key", origin.key());
        context.put("action", action);
        return Json.write(context);
    }

    private static String word(Method call) {
        return word(call.getDeclaringClass().getSimpleName(), call.getName());
    }

    /** {@code Customers.update} is {@code customer.update}; {@code BillRuns.startFor} is {@code bill-run.start-for}. */
    static String word(String boundary, String method) {
        String noun =
                boundary.endsWith("xes") ? boundary.replaceFirst("es$", "") : boundary.replaceFirst("(?<!s)s$", "");
        return kebab(noun) + "." + kebab(method);
    }

    private static String kebab(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
