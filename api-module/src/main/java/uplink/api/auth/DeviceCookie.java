package uplink.api.auth;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a sign-in leaves with a device, so that strangers' wrong passwords do not count there. It opens nothing. */
final class DeviceCookie {

    private static final String NAME = "uplink_device";
    private static final int LIFETIME_SECONDS = 365 * 24 * 60 * 60;

    private DeviceCookie() {}

    static NewCookie of(String token) {
        return new NewCookie.Builder(NAME)
                .value(token)
                .path("/api/v1/auth")
                .maxAge(LIFETIME_SECONDS)
                .httpOnly(true)
                .secure(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
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
