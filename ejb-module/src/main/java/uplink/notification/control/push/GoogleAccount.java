package uplink.notification.control.push;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uplink.shared.HttpTalk;
import uplink.shared.Json;
import uplink.shared.SystemTime;

/**
 * A service account of Google's: it signs who it is, and gets a token for an hour for that (RFC 7523, 2.1). The token is
 * kept until a minute before its end.
 */
final class GoogleAccount {

    /** Why there is no token. */
    static final class NoTokenException extends Exception {

        private static final long serialVersionUID = 1L;

        NoTokenException(String why) {
            super(why);
        }
    }

    private record Token(String value, Instant until) {}

    private static final String SCOPE = "https://www.googleapis.com/auth/firebase.messaging";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final long LIFETIME_SECONDS = 3600;
    private static final long MARGIN_SECONDS = 60;

    private final String projectId;
    private final String email;
    private final String keyId;
    private final PrivateKey key;
    private final String tokenUri;
    private final HttpTalk talk;
    private @Nullable Token token;

    /** @param json the key file, as the console of Google Cloud hands it out */
    GoogleAccount(String json, HttpTalk talk) {
        Map<String, Object> file = Json.readMap(json);
        this.projectId = text(file, "project_id");
        this.email = text(file, "client_email");
        this.keyId = text(file, "private_key_id");
        this.key = KeyFiles.privateKey(text(file, "private_key"), "RSA");
        this.tokenUri = text(file, "token_uri");
        this.talk = talk;
    }

    private static String text(Map<String, Object> file, String name) {
        if (file.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException("UPLINK_FCM_ACCOUNT_FILE: no " + name + " in it");
    }

    String projectId() {
        return projectId;
    }

    /** One that is good for a minute at least. */
    synchronized String token() throws NoTokenException {
        Token kept = token;
        if (kept == null || kept.until().isBefore(SystemTime.now())) {
            kept = fetched();
            token = kept;
        }
        return kept.value();
    }

    /** It was refused, whatever it says of its end. */
    synchronized void forget(String refused) {
        if (token != null && token.value().equals(refused)) {
            token = null;
        }
    }

    private Token fetched() throws NoTokenException {
        Instant now = SystemTime.now();
        HttpTalk.Answer answer = talk.send(HttpRequest.newBuilder(URI.create(tokenUri))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type="
                        + URLEncoder.encode(GRANT, StandardCharsets.UTF_8) + "&assertion=" + assertion(now)))
                .build());
        String value = Json.at(answer.body(), "/access_token").orElse("");
        String lifetime = Json.at(answer.body(), "/expires_in").orElse("");
        if (answer.status() != 200 || value.isEmpty() || !lifetime.matches("[0-9]{1,6}")) {
            throw new NoTokenException("no token: "
                    + (answer.failure() != null
                            ? answer.failure()
                            : "HTTP " + answer.status() + " "
                                    + Json.at(answer.body(), "/error_description")
                                            .orElse("")));
        }
        return new Token(value, now.plusSeconds(Math.max(0, Long.parseLong(lifetime) - MARGIN_SECONDS)));
    }

    private String assertion(Instant now) {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .type(JOSEObjectType.JWT)
                        .keyID(keyId)
                        .build(),
                new JWTClaimsSet.Builder()
                        .issuer(email)
                        .audience(tokenUri)
                        .claim("scope", SCOPE)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(LIFETIME_SECONDS)))
                        .build());
        try {
            jwt.sign(new RSASSASigner(key));
            return jwt.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }
}
