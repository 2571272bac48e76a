package uplink.shared;

import static java.util.Map.entry;

import java.util.Map;

/** What a browser is told with every answer of ours, errors included; each part of the application adds its own. */
public final class BrowserHeaders {

    public static final String POLICY = "Content-Security-Policy";

    /** For what is no page: nothing may be loaded or framed. */
    public static final String NOTHING =
            "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    /** For pages without a line of inline script or style. */
    public static final String OWN_FILES = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "connect-src 'self'; img-src 'self' data:; font-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private BrowserHeaders() {}

    /** The headers by their names, with that content security policy. Over plain http browsers ignore HSTS. */
    public static Map<String, String> with(String policy) {
        return Map.ofEntries(
                entry(POLICY, policy),
                entry("Strict-Transport-Security", "max-age=31536000; includeSubDomains"),
                entry("X-Content-Type-Options", "nosniff"),
                entry("X-Frame-Options", "DENY"),
                entry("Referrer-Policy", "no-referrer"),
                entry("Cross-Origin-Opener-Policy", "same-origin"),
                entry("Cross-Origin-Resource-Policy", "same-origin"),
                entry("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()"));
    }
}
