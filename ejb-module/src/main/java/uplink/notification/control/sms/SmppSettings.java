package uplink.notification.control.sms;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import uplink.shared.Settings;

/**
 * Where the message centre is, and how we are known there.
 *
 * @param window how many messages may be without an answer
 * @param idle after how long without a word it is asked whether it is there
 * @param patience for each answer
 */
record SmppSettings(
        String host,
        int port,
        boolean encrypted,
        String systemId,
        String password,
        String systemType,
        int window,
        Duration idle,
        Duration patience) {

    private static final int PORT = 2775;
    private static final int TLS_PORT = 3550;

    static SmppSettings configured() {
        return of(
                Settings.text("UPLINK_SMPP_URL", ""),
                Settings.text("UPLINK_SMPP_SYSTEM_TYPE", ""),
                Settings.number("UPLINK_SMPP_WINDOW", 10),
                Duration.ofSeconds(Settings.number("UPLINK_SMPP_ENQUIRE_SECONDS", 30)),
                Duration.ofSeconds(Settings.number("UPLINK_SMPP_ANSWER_SECONDS", 10)));
    }

    /** {@code IllegalArgumentException} when the address is none. */
    static SmppSettings of(String url, String systemType, int window, Duration idle, Duration patience) {
        URI address = URI.create(url);
        boolean encrypted = "smpps".equals(address.getScheme());
        String user = address.getRawUserInfo();
        if (!encrypted && !"smpp".equals(address.getScheme()) || address.getHost() == null || user == null) {
            throw new IllegalArgumentException("UPLINK_SMPP_URL must be smpp://user:password@host:port or smpps://…");
        }
        int colon = user.indexOf(':');
        return new SmppSettings(
                address.getHost(),
                address.getPort() > 0 ? address.getPort() : encrypted ? TLS_PORT : PORT,
                encrypted,
                decoded(colon < 0 ? user : user.substring(0, colon)),
                decoded(colon < 0 ? "" : user.substring(colon + 1)),
                systemType,
                window,
                idle,
                patience);
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Without the password. */
    String address() {
        return (encrypted ? "smpps://" : "smpp://") + systemId + "@" + host + ":" + port;
    }
}
