package uplink.auth.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
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

    @Inject
    private SigningKeys keys;

    protected TokenIssuer() {}

    TokenIssuer(SigningKeys keys) {
        this.keys = keys;
    }

    public String issue(SignedInUser user, UUID session) {
        return sign(keys.signing(), claims(user, session, SystemTime.now()));
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

    static String sign(RSAKey key, JWTClaimsSet claims) {
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .type(TYPE)
                    .keyID(key.getKeyID())
                    .build();
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign a token", e);
        }
    }
}
