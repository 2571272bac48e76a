package uplink.auth.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Forgeries after RFC 7515, 7519 and 8725: each must be refused, whatever else about it is right. */
class TokenVerifierTest {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final RSAKey KEY = key("ours");
    private static final RSAKey FOREIGN = key("foreign");

    private final TokenVerifier verifier =
            new TokenVerifier(kid -> kid.equals("ours") ? Optional.of(KEY.toPublicJWK()) : Optional.empty());

    @Test
    void aTokenOfOursIsRead() {
        UUID user = UUID.randomUUID();
        UUID session = UUID.randomUUID();
        String token = signed(h -> {}, c -> c.subject(user.toString()).claim("sid", session.toString()));
        TokenVerifier.Verified verified = verifier.verify(token, NOW).orElseThrow();
        assertEquals(user, verified.userId());
        assertEquals(session, verified.session());
        assertEquals(NOW.plusSeconds(600), verified.expiresAt());
    }

    @Test
    void anUnsignedTokenIsRefused() {
        refused(new PlainJWT(claims().build()).serialize());
        String header = Base64URL.encode("{\"alg\":\"none\",\"typ\":\"at+jwt\",\"kid\":\"ours\"}")
                .toString();
        refused(header + "." + claims().build().toPayload().toBase64URL() + ".");
    }

    @Test
    void hmacWithThePublicKeyIsRefused() throws Exception {
        for (byte[] secret : new byte[][] {
            KEY.toRSAPublicKey().getEncoded(), KEY.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8)
        }) {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                    .type(TokenIssuer.TYPE)
                    .keyID("ours")
                    .build();
            refused(sign(header, claims().build(), new MACSigner(secret)));
        }
    }

    @Test
    void anotherRsaAlgorithmIsRefused() throws Exception {
        for (JWSAlgorithm algorithm : Set.of(JWSAlgorithm.RS512, JWSAlgorithm.PS256)) {
            JWSHeader header = new JWSHeader.Builder(algorithm)
                    .type(TokenIssuer.TYPE)
                    .keyID("ours")
                    .build();
            refused(sign(header, claims().build(), new RSASSASigner(KEY)));
        }
    }

    @Test
    void aTokenOfAnotherKindIsRefused() {
        for (String type : Set.of("JWT", "at+jwt2", "id+jwt", "logout+jwt")) {
            refused(signed(h -> h.type(new JOSEObjectType(type)), c -> {}));
        }
        refused(signed(h -> h.type(null), c -> {}));
    }

    @Test
    void aForeignKeyIsRefusedWhateverItIsCalled() throws Exception {
        refused(sign(header().keyID("foreign").build(), claims().build(), new RSASSASigner(FOREIGN)));
        refused(sign(header().keyID("ours").build(), claims().build(), new RSASSASigner(FOREIGN)));
        refused(sign(header().keyID(null).build(), claims().build(), new RSASSASigner(KEY)));
        refused(sign(header().keyID("../../ours").build(), claims().build(), new RSASSASigner(KEY)));
    }

    @Test
    void aKeyThatTheTokenBringsAlongIsRefused() throws Exception {
        refused(sign(header().jwk(FOREIGN.toPublicJWK()).build(), claims().build(), new RSASSASigner(FOREIGN)));
        refused(signed(h -> h.jwk(KEY.toPublicJWK()), c -> {}));
        refused(signed(h -> h.jwkURL(URI.create("https://attacker.example/jwks")), c -> {}));
        refused(signed(h -> h.x509CertURL(URI.create("https://attacker.example/x5u")), c -> {}));
    }

    @Test
    void criticalExtensionsAreRefused() {
        refused(signed(h -> h.criticalParams(Set.of("exp")).customParam("exp", 1), c -> {}));
    }

    @Test
    void anotherIssuerOrAudienceIsRefused() {
        refused(signed(h -> {}, c -> c.issuer("somebody")));
        refused(signed(h -> {}, c -> c.issuer(null)));
        refused(signed(h -> {}, c -> c.audience("other-api")));
        refused(signed(h -> {}, c -> c.audience((String) null)));
        refused(signed(h -> {}, c -> c.audience(java.util.List.of("uplink-api", "other-api"))));
    }

    @Test
    void expiryIsExactToTheSecond() {
        String token = signed(h -> {}, c -> {});
        assertTrue(verifier.verify(token, NOW.plusSeconds(600).minusMillis(1)).isPresent());
        assertTrue(verifier.verify(token, NOW.plusSeconds(600)).isEmpty());
        refused(signed(h -> {}, c -> c.expirationTime(null)));
    }

    @Test
    void aTokenIsNotGoodBeforeItsTime() {
        String later = signed(h -> {}, c -> c.notBeforeTime(Date.from(NOW.plusSeconds(60))));
        assertTrue(verifier.verify(later, NOW.plusSeconds(54)).isEmpty());
        assertTrue(verifier.verify(later, NOW.plusSeconds(55)).isPresent(), "clocks of nodes may differ by 5 s");
        refused(signed(h -> {}, c -> c.issueTime(Date.from(NOW.plusSeconds(6)))));
    }

    @Test
    void aChangedTokenIsRefused() {
        String[] parts = signed(h -> {}, c -> {}).split("\\.", -1);
        String otherClaims = claims().subject(UUID.randomUUID().toString())
                .build()
                .toPayload()
                .toBase64URL()
                .toString();
        refused(parts[0] + "." + otherClaims + "." + parts[2]);
        refused(parts[0] + "." + parts[1] + ".");
        refused(parts[0] + "." + parts[1]);
        refused("");
        refused("a.b.c");
        refused("x".repeat(100_000));
    }

    @Test
    void anotherSpellingOfAGoodTokenIsRefused() {
        String good = signed(h -> {}, c -> {});
        for (String spelling : new String[] {
            good + "A",
            good + "=",
            good + "\n",
            " " + good,
            good.replaceFirst("\\.", "A."),
            good + ".",
            good.replaceFirst("\\.", "..")
        }) {
            refused(spelling);
        }
    }

    @Test
    void aTokenWithoutUserOrSessionIsRefused() {
        refused(signed(h -> {}, c -> c.subject(null)));
        refused(signed(h -> {}, c -> c.subject("admin")));
        refused(signed(h -> {}, c -> c.claim("sid", null)));
        refused(signed(h -> {}, c -> c.claim("sid", 7)));
    }

    private void refused(String token) {
        assertTrue(verifier.verify(token, NOW).isEmpty());
    }

    private static String signed(Consumer<JWSHeader.Builder> header, Consumer<JWTClaimsSet.Builder> claims) {
        JWSHeader.Builder h = header();
        header.accept(h);
        JWTClaimsSet.Builder c = claims();
        claims.accept(c);
        try {
            return sign(h.build(), c.build(), new RSASSASigner(KEY));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWSHeader.Builder header() {
        return new JWSHeader.Builder(JWSAlgorithm.RS256).type(TokenIssuer.TYPE).keyID("ours");
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("uplink")
                .audience("uplink-api")
                .subject(UUID.randomUUID().toString())
                .claim("sid", UUID.randomUUID().toString())
                .issueTime(Date.from(NOW))
                .expirationTime(Date.from(NOW.plusSeconds(600)));
    }

    private static String sign(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private static RSAKey key(String kid) {
        try {
            return new RSAKeyGenerator(2048).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
