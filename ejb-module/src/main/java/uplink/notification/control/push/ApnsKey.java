package uplink.notification.control.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.PrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import uplink.shared.SystemTime;

/**
 * Who we are for Apple: a token signed with the key of a .p8 file. Apple takes one for an hour, and refuses those who make
 * new ones more often than every twenty minutes.
 */
final class ApnsKey {

    private static final Duration LIFETIME = Duration.ofMinutes(50);
    private static final Duration SHORTEST = Duration.ofMinutes(20);

    private record Token(String value, Instant at) {}

    private final PrivateKey key;
    private final String keyId;
    private final String team;
    private @Nullable Token token;

    ApnsKey(String pem, String keyId, String team) {
        this.key = KeyFiles.privateKey(pem, "EC");
        this.keyId = keyId;
        this.team = team;
    }

    synchronized String token() {
        Token kept = token;
        if (kept == null || kept.at().plus(LIFETIME).isBefore(SystemTime.now())) {
            kept = signed(SystemTime.now());
            token = kept;
        }
        return kept.value();
    }

    /** Whether there is another one to try: it is refused as too old, which it is by Apple's clock. */
    synchronized boolean renew(String refused) {
        Token kept = token;
        if (kept == null || !kept.value().equals(refused)) {
            return true;
        }
        if (kept.at().plus(SHORTEST).isAfter(SystemTime.now())) {
            return false;
        }
        token = null;
        return true;
    }

    private Token signed(Instant now) {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(keyId).build(),
                new JWTClaimsSet.Builder()
                        .issuer(team)
                        .issueTime(Date.from(now))
                        .build());
        try {
            jwt.sign(new ECDSASigner(key, Curve.P_256));
            return new Token(jwt.serialize(), now);
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }
}
