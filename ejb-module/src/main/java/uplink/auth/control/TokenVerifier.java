package uplink.auth.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Verifies access tokens as RFC 8725 advises: one algorithm, one type, keys by id from our own store only. A header that
 * says anything besides {@code alg}, {@code typ} and {@code kid} is refused, so {@code jku}, {@code x5u}, {@code jwk},
 * {@code x5c} and {@code crit} have no say.
 */
final class TokenVerifier {

    private static final int LONGEST = 8192;
    private static final Set<String> HEADERS = Set.of("alg", "typ", "kid");
    /** How far the clocks of two nodes may differ when one verifies what the other has just issued. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    /** What a good token says. */
    record Verified(UUID userId, UUID session, Instant expiresAt, String kid) {}

    private final Function<String, Optional<RSAKey>> keys;

    TokenVerifier(Function<String, Optional<RSAKey>> keys) {
        this.keys = keys;
    }

    /** Empty for any token that is not whole, ours, meant for us, and good now. */
    Optional<Verified> verify(String token, Instant now) {
        if (token.length() > LONGEST || !isCanonical(token)) {
            return Optional.empty();
        }
        try {
            SignedJWT jwt = SignedJWT.parse(token);
            if (!isOurHeader(jwt.getHeader()) || !isSigned(jwt)) {
                return Optional.empty();
            }
            return read(jwt.getJWTClaimsSet(), jwt.getHeader().getKeyID(), now);
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** One token has one spelling: the library would overlook letters that stand for nothing. */
    private static boolean isCanonical(String token) {
        return Stream.of(token.split("\\.", -1)).allMatch(part -> Base64URL.encode(new Base64URL(part).decode())
                .toString()
                .equals(part));
    }

    private static boolean isOurHeader(JWSHeader header) {
        return JWSAlgorithm.RS256.equals(header.getAlgorithm())
                && TokenIssuer.TYPE.equals(header.getType())
                && header.getKeyID() != null
                && HEADERS.containsAll(header.toJSONObject().keySet());
    }

    private boolean isSigned(SignedJWT jwt) throws JOSEException {
        Optional<RSAKey> key = keys.apply(jwt.getHeader().getKeyID());
        return key.isPresent() && jwt.verify(new RSASSAVerifier(key.get()));
    }

    private static Optional<Verified> read(JWTClaimsSet claims, String kid, Instant now) throws ParseException {
        Date expires = claims.getExpirationTime();
        String subject = claims.getSubject();
        String session = claims.getStringClaim(TokenIssuer.SESSION);
        boolean isGood = expires != null
                && now.isBefore(expires.toInstant())
                && isReached(claims.getNotBeforeTime(), now)
                && isReached(claims.getIssueTime(), now)
                && TokenIssuer.ISSUER.equals(claims.getIssuer())
                && claims.getAudience().equals(java.util.List.of(TokenIssuer.AUDIENCE));
        if (!isGood || subject == null || session == null) {
            return Optional.empty();
        }
        return Optional.of(new Verified(UUID.fromString(subject), UUID.fromString(session), expires.toInstant(), kid));
    }

    private static boolean isReached(@Nullable Date from, Instant now) {
        return from == null || !now.plus(CLOCKS_DIFFER).isBefore(from.toInstant());
    }
}
