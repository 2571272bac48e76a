package uplink.auth.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.SignedInUser;
import uplink.auth.control.Throttle.Counter;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Ids;

/** E-mail and password against the stored hash; costs the same whether the user exists or not. */
@ApplicationScoped
public class CredentialCheck {

    private static final int LONGEST_PASSWORD = 1024;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private Throttle throttle;

    @Inject
    private UserDirectory users;

    @Inject
    private KnownDevices devices;

    @Inject
    private AuthEvents events;

    protected CredentialCheck() {}

    CredentialCheck(
            PasswordHasher hasher, Throttle throttle, UserDirectory users, KnownDevices devices, AuthEvents events) {
        this.hasher = hasher;
        this.throttle = throttle;
        this.users = users;
        this.devices = devices;
        this.events = events;
    }

    /**
     * The user, when all is right; empty in every other case, without saying which.
     *
     * @param deviceToken what the client presents as a known device; it has a counter of its own when we signed it
     */
    public Optional<SignedInUser> check(
            @Nullable String email, @Nullable String password, @Nullable String deviceToken) {
        if (email == null || !Emails.isPlausible(email.strip())) {
            return Optional.empty();
        }
        return attempt(
                email, password, stored -> devices.nameOf(stored, deviceToken).orElse(null));
    }

    /** The password of somebody who is in a session; strangers cannot use this counter up. */
    public boolean confirm(String email, @Nullable String password, UUID session) {
        return attempt(email, password, stored -> "session " + session).isPresent();
    }

    private interface Proof {
        @Nullable
        String of(@Nullable UUID user);
    }

    private Optional<SignedInUser> attempt(String email, @Nullable String password, Proof proof) {
        if (password == null || password.length() > LONGEST_PASSWORD) {
            return Optional.empty();
        }
        return hasher.admitted(() -> {
            UserDirectory.Credentials stored = users.credentials(email).orElse(null);
            UUID user = stored == null ? null : stored.userId();
            Optional<UUID> attempt = throttle.admit(Counter.PASSWORD, email, proof.of(user));
            if (attempt.isEmpty()) {
                offerWayPast(email, user);
                return Optional.empty();
            }
            return checkNow(stored, password, attempt.get());
        });
    }

    private Optional<SignedInUser> checkNow(UserDirectory.@Nullable Credentials stored, String password, UUID attempt) {
        if (stored == null || stored.passwordHash() == null) {
            hasher.pretend(password);
            users.refusedNobody(attempt);
            return Optional.empty();
        }
        if (!hasher.matches(password, stored.passwordHash()) || !stored.isActive()) {
            users.refused(stored.userId(), "account.sign-in-refused");
            return Optional.empty();
        }
        throttle.succeeded(attempt);
        if (hasher.isOutdated(stored.passwordHash())) {
            String fresh = hasher.hashNow(password);
            String before = stored.passwordHash();
            // the same password: nobody has changed anything
            Callers.run(Caller.system("rehash"), () -> users.rehash(stored.userId(), before, fresh));
        }
        return users.active(stored.userId());
    }

    /** A mail with a link that makes the reader's device known. An id that nobody has costs the same and leads nowhere. */
    private void offerWayPast(String email, @Nullable UUID user) {
        if (throttle.admit(Counter.WAY_PAST, email, null).isPresent()) {
            events.announce(AuthEvents.SIGN_IN_THROTTLED, user == null ? Ids.next() : user);
        }
    }
}
