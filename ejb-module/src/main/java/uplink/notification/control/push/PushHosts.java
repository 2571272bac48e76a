package uplink.notification.control.push;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import uplink.shared.PublicAddresses;
import uplink.shared.Settings;

/**
 * Which push services of browsers are called: the endpoint comes from a client, so it is a way to have us call anything. Only
 * https to hosts of the list, and only on public addresses.
 *
 * @param names hosts; {@code *.example.org} stands for every host below it
 * @param strict false only where a test plays the push service
 */
record PushHosts(List<String> names, boolean strict) {

    /** Chrome and what is built of it, Firefox, Safari, Edge. */
    private static final String KNOWN =
            "fcm.googleapis.com,updates.push.services.mozilla.com,*.push.apple.com,*.notify.windows.com";

    private static final int HTTPS = 443;

    PushHosts {
        names = List.copyOf(names);
    }

    static PushHosts configured() {
        return new PushHosts(
                Stream.of(Settings.text("UPLINK_WEBPUSH_HOSTS", KNOWN).split(",", -1))
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .filter(name -> !name.isEmpty())
                        .toList(),
                true);
    }

    /** The endpoint's address, if one may be called that has it; asks no name server. */
    Optional<URI> allowed(String endpoint) {
        try {
            URI uri = new URI(endpoint);
            return Optional.of(uri).filter(this::isAllowed);
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }

    private boolean isAllowed(URI uri) {
        String host = uri.getHost();
        boolean safe = "https".equals(uri.getScheme()) && (uri.getPort() == -1 || uri.getPort() == HTTPS);
        return host != null
                && (safe || !strict)
                && uri.getRawUserInfo() == null
                && uri.getRawFragment() == null
                && names.stream().anyMatch(name -> matches(name, host.toLowerCase(Locale.ROOT)));
    }

    private static boolean matches(String name, String host) {
        return name.startsWith("*.")
                ? host.length() > name.length() - 1 && host.endsWith(name.substring(1))
                : host.equals(name);
    }

    /** Whether all addresses of the host are public; the answer holds for the call that follows, as the JVM remembers it. */
    boolean isPublic(URI uri) {
        return !strict || PublicAddresses.areOf(uri.getHost());
    }
}
