package uplink.standin;

import java.util.Map;

/** An answer over HTTP. */
record Reply(int status, Map<String, String> headers, String body) {

    static Reply of(int status, String type, String body) {
        return new Reply(status, Map.of("Content-Type", type + "; charset=utf-8"), body);
    }

    static Reply json(int status, String body) {
        return of(status, "application/json", body);
    }

    /** A page without scripts, from nowhere else. */
    static Reply page(String body) {
        return new Reply(
                200,
                Map.of(
                        "Content-Type", "text/html; charset=utf-8",
                        "Cache-Control", "no-store",
                        "Content-Security-Policy",
                                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'"),
                body);
    }

    static Reply redirect(String address) {
        return new Reply(303, Map.of("Location", address), "");
    }
}
