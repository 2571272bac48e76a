package uplink.api.gateway;

import jakarta.servlet.http.HttpServletRequest;
import uplink.shared.TrustedProxies;

/** What a trusted proxy says about the client's connection. */
final class Proxies {

    private Proxies() {}

    static boolean isHttps(HttpServletRequest request) {
        return request.isSecure() || (isTrusted(request) && "https".equals(request.getHeader("X-Forwarded-Proto")));
    }

    private static boolean isTrusted(HttpServletRequest request) {
        return TrustedProxies.contains(request.getRemoteAddr());
    }
}
