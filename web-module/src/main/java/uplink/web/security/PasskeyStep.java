package uplink.web.security;

import jakarta.security.enterprise.credential.Credential;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.Passkey.Assertion;

/**
 * What a passkey answered, as the page hands it to {@link SignInMechanism}.
 *
 * @param mfaToken of the step before; null when there was none: the passkey signs in alone
 * @param asked what the question was bound to when it signs in alone
 */
record PasskeyStep(Assertion assertion, @Nullable String mfaToken, @Nullable UUID asked) implements Credential {}
