package uplink.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import uplink.shared.TrustedProxies;

/**
 * Marks cookies as Secure when the browser came by https and a trusted proxy took it off: the server sees plain http and
 * marks them only when it has the certificate itself.
 */
final class SecureCookies {

    private static final String COOKIE = "Set-Cookie";

    private SecureCookies() {}

    static boolean isBehindHttps(HttpServletRequest request) {
        return TrustedProxies.contains(request.getRemoteAddr())
                && "https".equals(request.getHeader("X-Forwarded-Proto"));
    }

    /** Too late, and without effect, once the answer has begun. */
    static void mark(HttpServletResponse response) {
        List<String> cookies = List.copyOf(response.getHeaders(COOKIE));
        for (int i = 0; i < cookies.size(); i++) {
            if (i == 0) {
                response.setHeader(COOKIE, marked(cookies.get(i)));
            } else {
                response.addHeader(COOKIE, marked(cookies.get(i)));
            }
        }
    }

    static String marked(String cookie) {
        boolean secure = List.of(cookie.split(";\\s*", -1)).stream().anyMatch("Secure"::equalsIgnoreCase);
        return secure ? cookie : cookie + "; Secure";
    }
}
