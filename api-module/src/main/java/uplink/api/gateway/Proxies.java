package uplink.api.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.regex.Pattern;
import uplink.shared.TrustedProxies;

/** What a trusted proxy says about the client. */
final class Proxies {

    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    private Proxies() {}

    /** The last address in X-Forwarded-For that is not a proxy of ours; anyone can write the ones before it. */
    static String clientAddress(HttpServletRequest request) {
        String forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded == null || !isTrusted(request)) {
            return request.getRemoteAddr();
        }
        List<String> hops = Lists.of(forwarded);
        for (int i = hops.size() - 1; i >= 0; i--) {
            if (!TrustedProxies.contains(hops.get(i))) {
                return ADDRESS.matcher(hops.get(i)).matches() ? hops.get(i) : request.getRemoteAddr();
            }
        }
        return request.getRemoteAddr();
    }

    private static boolean isTrusted(HttpServletRequest request) {
        return TrustedProxies.contains(request.getRemoteAddr());
    }
}
