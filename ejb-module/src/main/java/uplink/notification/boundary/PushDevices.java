package uplink.notification.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.PushRegistration.Keys;
import uplink.notification.control.push.PushAddresses;
import uplink.notification.control.push.PushChannel;
import uplink.notification.control.push.PushTokens;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.Text;
import uplink.shared.Validation;

/**
 * On which devices the signed-in customer takes push messages. A device gets them as long as the session lasts that
 * registered it. Refused with {@code forbidden} for anyone who is not a customer.
 */
@Stateless
@Allowed(Permission.SELF_WRITE)
public class PushDevices {

    private static final int MOST = 20;

    @Inject
    private PushTokens tokens;

    @Inject
    private PushAddresses addresses;

    @Inject
    private PushChannel channel;

    public PushDevices() {}

    PushDevices(PushTokens tokens, PushAddresses addresses, PushChannel channel) {
        this.tokens = tokens;
        this.addresses = addresses;
        this.channel = channel;
    }

    /** The own devices, and what a client needs to register another. */
    @Allowed(Permission.SELF_READ)
    public PushOffer own() {
        return new PushOffer(tokens.of(user()), channel.platforms(), channel.webPushKey());
    }

    /**
     * Takes push messages there from now on. A token that is registered already stays one device; another user's becomes
     * the caller's, and is a new device then. Beyond twenty the oldest goes. Refusals: {@code validation} when it is no
     * token of that platform.
     *
     * @param session the caller's
     */
    public PushDevice register(PushRegistration wanted, UUID session) {
        user();
        @Nullable Keys keys = wanted.keys();
        boolean web = wanted.platform() == PushPlatform.WEBPUSH;
        new Validation()
                .check(
                        addresses.isOne(wanted.platform(), wanted.token()),
                        "token",
                        Text.of("notification.push.no-token"))
                .check(
                        web ? keys != null && addresses.areKeys(keys) : keys == null,
                        "keys",
                        Text.of(web ? "notification.push.no-keys" : "notification.push.keys"))
                .done();
        return tokens.register(
                session,
                wanted.platform(),
                wanted.token(),
                keys == null ? null : keys.p256dh(),
                keys == null ? null : keys.auth(),
                MOST);
    }

    /** No more push messages there. Refusals: {@code not-found}, also for another's. */
    public void remove(UUID id) {
        if (!tokens.remove(user(), id)) {
            throw BusinessException.notFound();
        }
    }

    private static UUID user() {
        Caller caller = Callers.current();
        caller.requireCustomer();
        return Objects.requireNonNull(caller.userId(), "a customer is a user");
    }
}
