package uplink.auth.control;

import java.net.URI;
import java.util.Locale;
import uplink.shared.Settings;

/**
 * Who we are to authenticators: the host and the origin of the configured public address ({@code UPLINK_PUBLIC_URL}),
 * never what a request says.
 *
 * @param id the host
 * @param origin scheme, host and port
 */
record RelyingParty(String id, String origin) {

    static RelyingParty configured() {
        return of(Settings.text("UPLINK_PUBLIC_URL", "http://localhost:8080"));
    }

    static RelyingParty of(String publicUrl) {
        URI address = URI.create(publicUrl);
        String host = address.getHost().toLowerCase(Locale.ROOT);
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return new RelyingParty(host, address.getScheme().toLowerCase(Locale.ROOT) + "://" + host + port);
    }
}
