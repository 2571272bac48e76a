package uplink.shared.edge;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/**
 * How often somebody may ask, whichever way: the API and the console take from the same buckets. Every method refuses
 * with {@code too-many-requests}, which names the seconds to wait as {@code retryAfter}. Each node counts for itself.
 */
public final class Limits {

    /** The member of the problem that holds the seconds to wait. */
    public static final String RETRY_AFTER = "retryAfter";

    private static final long SECOND = 1_000_000_000L;
    private static final TokenBuckets GUARDED = TokenBuckets.of(10, 60, 10);
    private static final TokenBuckets STRANGERS = TokenBuckets.of(20, 1, 60);
    private static final TokenBuckets NEW_SESSIONS = TokenBuckets.of(60, 60, 60);
    private static final TokenBuckets USERS = TokenBuckets.of(20, 1, 60);

    private Limits() {}

    /**
     * What checks a secret or causes a mail: ten a minute from one address.
     *
     * @param operation each has its own ten; the same name at both edges is the same operation
     */
    public static void guard(String operation, String address) {
        take(GUARDED, operation + ' ' + network(address));
    }

    /** Anything asked without having signed in: twenty a second from one address, bursts of sixty. */
    public static void stranger(String address) {
        take(STRANGERS, network(address));
    }

    /** Whatever makes the server keep something for somebody unknown: sixty a minute for one address. */
    public static void newSession(String address) {
        take(NEW_SESSIONS, network(address));
    }

    /** Anything asked by somebody who is signed in: twenty a second, bursts of sixty. */
    public static void user(UUID user) {
        take(USERS, user.toString());
    }

    private static void take(TokenBuckets buckets, String key) {
        long wait = buckets.take(key);
        if (wait > 0) {
            long seconds = Math.max(1, (wait + SECOND - 1) / SECOND);
            throw new BusinessException(
                    ProblemType.TOO_MANY_REQUESTS,
                    Text.of("shared.too-many-requests", seconds),
                    List.of(),
                    Map.of(RETRY_AFTER, seconds));
        }
    }

    /** One subscriber has a whole /64 of IPv6: its addresses count as one. */
    static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.getByName(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(parsed.getAddress(), 0, 8)
                    : parsed.getHostAddress();
        } catch (UnknownHostException e) {
            return address;
        }
    }
}
