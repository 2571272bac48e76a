package uplink.ear;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes tokens that are right in everything but one thing. It has the system's own signing key, opened with the
 * installation's secret, so that a refusal is due to the claims and not to the signature.
 */
final class TokenForge {

    private final RSAKey key;
    private final Map<String, Object> header;
    private final Map<String, Object> claims;

    /** @param good an access token as a sign-in answers it; what is forged begins as its copy */
    TokenForge(LiveUplink uplink, String good) {
        try {
            SignedJWT token = SignedJWT.parse(good);
            header = new TreeMap<>(token.getHeader().toJSONObject());
            claims = new TreeMap<>(token.getJWTClaimsSet().toJSONObject());
            key = open(uplink, token.getHeader().getKeyID());
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    RSAKey publicKey() {
        return key.toPublicJWK();
    }

    Map<String, Object> header(String name, Object value) {
        return with(header, name, value);
    }

    Map<String, Object> header() {
        return header;
    }

    Map<String, Object> claims() {
        return claims;
    }

    Map<String, Object> claims(String name, Object value) {
        return with(claims, name, value);
    }

    /** A claim more, less (null), or other. */
    static Map<String, Object> with(Map<String, Object> before, String name, Object value) {
        Map<String, Object> after = new TreeMap<>(before);
        if (value == null) {
            after.remove(name);
        } else {
            after.put(name, value);
        }
        return after;
    }

    /** Signed by the system's own key. */
    String signed(Map<String, Object> withHeader, Map<String, Object> withClaims) {
        try {
            return signed(withHeader, withClaims, key.toPrivateKey());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(Map<String, Object> withHeader, Map<String, Object> withClaims, PrivateKey with) {
        try {
            String text = text(withHeader, withClaims);
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(with);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Header and claims, as they are signed. */
    static String text(Map<String, Object> withHeader, Map<String, Object> withClaims) {
        return encoded(com.nimbusds.jose.util.JSONObjectUtils.toJSONString(withHeader)
                        .getBytes(StandardCharsets.UTF_8))
                + "."
                + encoded(com.nimbusds.jose.util.JSONObjectUtils.toJSONString(withClaims)
                        .getBytes(StandardCharsets.UTF_8));
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** The same claims as of a token that ended a second ago. */
    String expired() {
        return signed(header, claims("exp", seconds(-1)));
    }

    static long seconds(long fromNow) {
        return System.currentTimeMillis() / 1000 + fromNow;
    }

    private static RSAKey open(LiveUplink uplink, String kid) {
        try (var connection = uplink.database();
                PreparedStatement select =
                        connection.prepareStatement("select private_encrypted from signing_keys where kid = ?")) {
            select.setString(1, kid);
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                byte[] sealed = rows.getBytes(1);
                byte[] master = Base64.getDecoder()
                        .decode(Files.readString(uplink.data().resolve("secrets/master-key"))
                                .strip());
                Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(
                        Cipher.DECRYPT_MODE,
                        new SecretKeySpec(master, "AES"),
                        new GCMParameterSpec(128, Arrays.copyOf(sealed, 12)));
                cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
                byte[] plain = cipher.doFinal(Arrays.copyOfRange(sealed, 12, sealed.length));
                return RSAKey.parse(new String(plain, StandardCharsets.UTF_8));
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
