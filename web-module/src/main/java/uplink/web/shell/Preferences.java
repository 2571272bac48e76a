package uplink.web.shell;

import jakarta.faces.context.ExternalContext;
import jakarta.servlet.http.Cookie;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What this browser remembers of its reader: cookies without any personal data, allow-listed values only. */
final class Preferences {

    private static final String LANGUAGE = "uplink-language";
    private static final String THEME = "uplink-theme";
    private static final String MENU = "uplink-menu";
    private static final int A_YEAR = 365 * 24 * 3600;

    private Preferences() {}

    static Optional<String> language(ExternalContext request) {
        return cookie(request, LANGUAGE).filter(Set.of("ru", "en")::contains);
    }

    static void rememberLanguage(ExternalContext response, String language) {
        response.addResponseCookie(
                LANGUAGE, language, Map.of("path", "/admin", "maxAge", A_YEAR, "httpOnly", true, "SameSite", "Lax"));
    }

    static String theme(ExternalContext request) {
        return cookie(request, THEME).filter(Set.of("light", "dark")::contains).orElse("auto");
    }

    static boolean isMenuFolded(ExternalContext request) {
        return cookie(request, MENU).filter("folded"::equals).isPresent();
    }

    private static Optional<String> cookie(ExternalContext request, String name) {
        return Optional.ofNullable((Cookie) request.getRequestCookieMap().get(name))
                .map(Cookie::getValue);
    }
}
