package uplink.auth.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.auth.control.KeyChange;
import uplink.shared.Allowed;
import uplink.shared.Permission;
import uplink.shared.Settings;
import uplink.shared.SystemTime;

/** The change of the keys that sign access tokens. */
@Stateless
@Allowed(Permission.KEY_WRITE)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeyRotation {

    /**
     * The next key.
     *
     * @param kid its id in the JWK set
     * @param signsFrom when it begins to sign; it is published at once
     */
    public record NextKey(String kid, Instant signsFrom) {}

    /**
     * A key that signs, will sign, or whose tokens are still good.
     *
     * @param state {@code waiting} before it signs, {@code signing}, {@code retired} while its tokens live
     * @param retiredAt from when it signs no more; null when nothing takes its place yet
     */
    public record KeyView(
            String kid, String state, Instant createdAt, Instant signsFrom, @Nullable Instant retiredAt) {}

    private static final int DAYS = 30;

    @Inject
    private KeyChange keys;

    /** The keys whose tokens are good, newest first: two or three. */
    public List<KeyView> list() {
        return keys.list();
    }

    /**
     * Makes the next key; it signs ten minutes later, and tokens of the old one stay good until they expire.
     *
     * @param compromised the old keys are known to somebody: the next one signs at once, and within five seconds no
     *     token of the others is good on any node. Clients refresh and go on
     */
    public NextKey rotate(boolean compromised) {
        return keys.rotate(compromised);
    }

    /** Does so when the newest key is older than {@code UPLINK_KEY_DAYS} (default 30), and drops what is dead. */
    @Allowed(Permission.SYSTEM)
    public void rotateWhenDue() {
        keys.rotateWhenOlder(
                SystemTime.now().minus(Duration.ofDays(Math.max(1, Settings.number("UPLINK_KEY_DAYS", DAYS)))));
    }
}
