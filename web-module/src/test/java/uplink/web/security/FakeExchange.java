package uplink.web.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A request and its answer as the container would hand them to a filter. */
final class FakeExchange {

    final Map<String, Object> session = new HashMap<>();
    final Map<String, Object> attributes = new HashMap<>();
    final StringWriter text = new StringWriter();
    final Map<String, String> headers = new HashMap<>();
    boolean hasSession;
    int sessionSeconds;
    int status = 200;
    DispatcherType dispatcher = DispatcherType.REQUEST;
    private final String path;
    private final String address;

    FakeExchange(String path, String address) {
        this.path = path;
        this.address = address;
    }

    HttpServletRequest request() {
        return fake(HttpServletRequest.class, (proxy, call, given) -> switch (call.getName()) {
            case "getServletPath" -> path;
            case "getRemoteAddr" -> address;
            case "getHeaders" -> Collections.emptyEnumeration();
            case "setAttribute" -> attributes.put((String) given[0], given[1]);
            case "getAttribute" -> attributes.get(given[0]);
            case "getLocale" -> Locale.ENGLISH;
            case "getDispatcherType" -> dispatcher;
            case "getSession" -> {
                hasSession |= given == null;
                yield hasSession ? session() : null;
            }
            default -> null;
        });
    }

    HttpSession session() {
        ServletContext context = fake(ServletContext.class, (proxy, call, given) -> 30);
        return fake(HttpSession.class, (proxy, call, given) -> switch (call.getName()) {
            case "getAttribute" -> session.get(given[0]);
            case "setMaxInactiveInterval" -> sessionSeconds = (int) given[0];
            case "getServletContext" -> context;
            default -> null;
        });
    }

    HttpServletResponse response() {
        return fake(HttpServletResponse.class, (proxy, call, given) -> switch (call.getName()) {
            case "setStatus", "sendError" -> status = (int) given[0];
            case "setHeader" -> headers.put((String) given[0], (String) given[1]);
            case "isCommitted" -> false;
            case "getWriter" -> new PrintWriter(text, true);
            default -> null;
        });
    }

    private static <T> T fake(Class<T> type, InvocationHandler behaviour) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, call, given) -> {
            Object answer = behaviour.invoke(proxy, call, given);
            return call.getReturnType() == void.class ? null : answer;
        }));
    }
}
