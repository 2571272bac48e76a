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
 * with {@code too-many-requests}, which names the seconds to wait as {@code retryAfter} and what is allowed at once as
 * {@code limit}; otherwise it answers what is left. All nodes count together; one that cannot reach the database counts
 * for itself meanwhile.
 */
public final class Limits {

    /** The member of the problem that holds the seconds to wait. */
    public static final String RETRY_AFTER = "retryAfter";

    /** The member of the problem that holds how many are allowed at once. */
    public static final String LIMIT = "limit";

    private static volatile SharedTokens shared = SharedTokens.NONE;

    private static final TokenBuckets GUARDED = buckets("guarded", 10, 60, 10);
    private static final TokenBuckets MACHINES = buckets("machine", 600, 60, 100);
    private static final TokenBuckets STRANGERS = buckets("stranger", 20, 1, 60);
    private static final TokenBuckets NEW_SESSIONS = buckets("new-session", 60, 60, 60);
    private static final TokenBuckets EXPORTS = buckets("export", 4, 3600, 4);
    private static final TokenBuckets USERS = buckets("user", 20, 1, 60);

    private Limits() {}

    /** From now on all nodes that use this database count together. */
    static void share(SharedTokens tokens) {
        shared = tokens;
    }

    private static TokenBuckets buckets(String name, int requests, int seconds, int burst) {
        return TokenBuckets.of(name, requests, seconds, burst, () -> shared);
    }

    /**
     * What checks a secret or causes a mail: ten a minute from one address.
     *
     * @param operation each has its own ten; the same name at both edges is the same operation
     */
    public static Allowance guard(String operation, String address) {
        return take(GUARDED, operation + ' ' + network(address));
    }

    /** What another server tells us without a secret: six hundred a minute from one address, bursts of a hundred. */
    public static Allowance machine(String operation, String address) {
        return take(MACHINES, operation + ' ' + network(address));
    }

    /** Anything asked without having signed in: twenty a second from one address, bursts of sixty. */
    public static Allowance stranger(String address) {
        return take(STRANGERS, network(address));
    }

    /** Whatever makes the server keep something for somebody unknown: sixty a minute for one address. */
    public static Allowance newSession(String address) {
        return take(NEW_SESSIONS, network(address));
    }

    /** Anything asked by somebody who is signed in, person or service account: twenty a second, bursts of sixty. */
    public static Allowance user(UUID user) {
        return take(USERS, user.toString());
    }

    /** All that is known about who asks, which is much to read: four times an hour. */
    public static Allowance export(UUID user) {
        return take(EXPORTS, user.toString());
    }

    private static Allowance take(TokenBuckets buckets, String key) {
        TokenBuckets.Taken taken = buckets.take(key);
        Allowance left = taken.allowance();
        if (taken.isRefused()) {
            throw new BusinessException(
                    ProblemType.TOO_MANY_REQUESTS,
                    Text.of("shared.too-many-requests", left.resetSeconds()),
                    List.of(),
                    Map.of(RETRY_AFTER, left.resetSeconds(), LIMIT, left.limit()));
        }
        return left;
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
