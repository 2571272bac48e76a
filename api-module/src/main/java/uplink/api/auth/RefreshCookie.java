package uplink.api.auth;

import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;

/**
 * The refresh token of a browser: out of reach of scripts, sent to sign-in's own addresses only, never from another
 * site, never without encryption (browsers take localhost for encrypted).
 */
final class RefreshCookie {

    static final String NAME = "uplink_refresh";
    static final String WANTED = "cookie";
    private static final int LIFETIME_SECONDS = 30 * 24 * 60 * 60;

    private RefreshCookie() {}

    static NewCookie of(String token) {
        return cookie(token, LIFETIME_SECONDS);
    }

    static NewCookie removal() {
        return cookie("", 0);
    }

    private static NewCookie cookie(String value, int seconds) {
        return new NewCookie.Builder(new Cookie.Builder(NAME)
                        .value(value)
                        .path("/api/v1/auth")
                        .build())
                .maxAge(seconds)
                .httpOnly(true)
                .secure(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }
}
