package uplink.shared.edge;

import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uplink.shared.TrustedProxies;

/** Where a request comes from; only a configured proxy is believed about it. */
public final class ClientAddress {

    private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

    private ClientAddress() {}

    /**
     * The last address in X-Forwarded-For that is not a proxy of ours; anyone can write the ones before it.
     *
     * @param peer the other end of the connection
     * @param forwarded every line of X-Forwarded-For: a proxy may add its own instead of extending the client's
     */
    public static String of(String peer, @Nullable Enumeration<String> forwarded) {
        return of(peer, forwarded == null ? List.of() : Collections.list(forwarded), TrustedProxies::contains);
    }

    static String of(String peer, List<String> forwarded, Predicate<String> isTrusted) {
        if (!isTrusted.test(peer)) {
            return peer;
        }
        List<String> hops = forwarded.stream()
                .flatMap(line -> Stream.of(line.split(",", -1)))
                .map(String::strip)
                .filter(hop -> !hop.isEmpty())
                .toList();
        for (int i = hops.size() - 1; i >= 0; i--) {
            if (!isTrusted.test(hops.get(i))) {
                return ADDRESS.matcher(hops.get(i)).matches() ? hops.get(i) : peer;
            }
        }
        return peer;
    }
}
