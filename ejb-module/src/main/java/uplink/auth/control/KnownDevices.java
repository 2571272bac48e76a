package uplink.auth.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.KeyVault;

/**
 * Devices on which a user has signed in before, after OWASP's device cookies: a random name and our signature over it
 * and the user. It opens nothing; it only has a throttle's counter of its own.
 */
@ApplicationScoped
public class KnownDevices {

    private static final int LONGEST = 200;

    @Inject
    private KeyVault vault;

    protected KnownDevices() {}

    KnownDevices(KeyVault vault) {
        this.vault = vault;
    }

    /** The device's own name when it has one for this user already, else a new one; signed, to be kept there. */
    public String remember(UUID user, @Nullable String token) {
        String name = nameOf(user, token).orElseGet(Digests::token);
        return name + "." + signature(user, name);
    }

    /** The device's name when we have signed it for this user. */
    public Optional<String> nameOf(@Nullable UUID user, @Nullable String token) {
        int dot = token == null ? -1 : token.indexOf('.');
        if (user == null || token == null || dot < 0 || token.length() > LONGEST) {
            return Optional.empty();
        }
        String name = token.substring(0, dot);
        boolean ours =
                MessageDigest.isEqual(Digests.sha256(signature(user, name)), Digests.sha256(token.substring(dot + 1)));
        return ours ? Optional.of(name) : Optional.empty();
    }

    private String signature(UUID user, String name) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(vault.authenticate("device", user + "|" + name));
    }
}
