package uplink.web.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a sign-in leaves with a browser, so that strangers' wrong passwords do not count there. It opens nothing. */
final class DeviceCookie {

    private static final String NAME = "uplink-device";
    private static final int LIFETIME_SECONDS = 365 * 24 * 60 * 60;

    private DeviceCookie() {}

    static void set(HttpServletRequest request, HttpServletResponse response, String token) {
        Cookie cookie = new Cookie(NAME, token);
        cookie.setPath(request.getContextPath());
        cookie.setMaxAge(LIFETIME_SECONDS);
        cookie.setHttpOnly(true);
        cookie.setSecure(true); // browsers take localhost for encrypted
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    static @Nullable String from(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }
}
