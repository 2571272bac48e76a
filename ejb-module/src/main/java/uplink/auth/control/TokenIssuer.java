package uplink.auth.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.SignedInUser;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.Settings;
import uplink.shared.SystemTime;

/** Makes access tokens: JWTs of RFC 9068, signed with RS256, good for ten minutes. */
@ApplicationScoped
public class TokenIssuer {

    public static final Duration LIFETIME = Duration.ofMinutes(10);
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    static final String ISSUER = Settings.text("UPLINK_TOKEN_ISSUER", "uplink");
    static final String AUDIENCE = "uplink-api";
    static final String SESSION = "sid";

    /** A key made ready to sign, which takes an eighth of a signature's time. */
    private record Ready(RSAKey key, JWSSigner signer) {}

    @Inject
    private SigningKeys keys;

    private volatile @Nullable Ready ready;

    protected TokenIssuer() {}

    TokenIssuer(SigningKeys keys) {
        this.keys = keys;
    }

    public String issue(SignedInUser user, UUID session) {
        RSAKey key = keys.signing();
        return sign(key, signer(key), claims(user, session, SystemTime.now()));
    }

    private JWSSigner signer(RSAKey key) {
        Ready kept = ready;
        if (kept == null || !kept.key().getKeyID().equals(key.getKeyID())) {
            kept = new Ready(key, signerOf(key));
            ready = kept;
        }
        return kept.signer();
    }

    private static JWTClaimsSet claims(SignedInUser user, UUID session, Instant now) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(user.userId().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(Ids.next().toString())
                .claim(SESSION, session.toString())
                .claim("role", user.role())
                .claim(
                        "permissions",
                        user.permissions().stream()
                                .map(Permission::code)
                                .sorted()
                                .toList());
        if (user.customerId() != null) {
            claims.claim("customerId", user.customerId().toString());
        }
        return claims.build();
    }

    private static String sign(RSAKey key, JWSSigner signer, JWTClaimsSet claims) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(TYPE)
                    .keyID(key.getKeyID())
                    .build();
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }

    private static JWSSigner signerOf(RSAKey key) {
        try {
            return new RSASSASigner(key);
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign with key " + key.getKeyID(), e);
        }
    }
}
