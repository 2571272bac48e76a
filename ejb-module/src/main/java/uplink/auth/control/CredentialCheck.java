package uplink.auth.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.SignedInUser;

/** E-mail and password against the stored hash; costs the same whether the user exists or not. */
@ApplicationScoped
public class CredentialCheck {

    private static final int LONGEST_PASSWORD = 1024;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private LoginThrottle throttle;

    @Inject
    private UserDirectory users;

    protected CredentialCheck() {}

    CredentialCheck(PasswordHasher hasher, LoginThrottle throttle, UserDirectory users) {
        this.hasher = hasher;
        this.throttle = throttle;
        this.users = users;
    }

    /** The user, when all is right; empty in every other case, without saying which. */
    public Optional<SignedInUser> check(@Nullable String email, @Nullable String password) {
        if (email == null
                || password == null
                || password.length() > LONGEST_PASSWORD
                || !Emails.isPlausible(email.strip())) {
            return Optional.empty();
        }
        return hasher.admitted(() -> throttle.admit(email).flatMap(attempt -> checkNow(email, password, attempt)));
    }

    private Optional<SignedInUser> checkNow(String email, String password, UUID attempt) {
        UserDirectory.Credentials stored = users.credentials(email).orElse(null);
        if (stored == null || stored.passwordHash() == null) {
            hasher.pretend(password);
            return Optional.empty();
        }
        if (!hasher.matches(password, stored.passwordHash()) || !stored.isActive()) {
            return Optional.empty();
        }
        throttle.succeeded(attempt);
        if (hasher.isOutdated(stored.passwordHash())) {
            users.rehash(stored.userId(), stored.passwordHash(), hasher.hashNow(password));
        }
        return users.active(stored.userId());
    }
}
