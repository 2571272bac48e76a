package uplink.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts secrets at rest: AES-256-GCM with a random nonce in front, bound to the secret's name. The key comes from the
 * environment, {@code UPLINK_SECRET_KEY}: 32 bytes in base64.
 */
@ApplicationScoped
public class KeyVault {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    protected KeyVault() {
        this(Settings.text("UPLINK_SECRET_KEY", ""));
    }

    public KeyVault(String base64Key) {
        byte[] bytes = Base64.getDecoder().decode(base64Key);
        if (bytes.length != 32) {
            throw new IllegalStateException("UPLINK_SECRET_KEY must be 32 bytes in base64");
        }
        key = new SecretKeySpec(bytes, "AES");
    }

    public byte[] seal(String name, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, name, nonce, secret);
        byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return whole;
    }

    public byte[] open(String name, byte[] whole) {
        byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
        return apply(Cipher.DECRYPT_MODE, name, nonce, Arrays.copyOfRange(whole, NONCE_BYTES, whole.length));
    }

    /** A code that only this installation can make (HMAC-SHA-256 under a key of its own for each purpose). */
    public byte[] authenticate(String purpose, String text) {
        byte[] own = hmac(key, "authenticate:" + purpose);
        return hmac(new SecretKeySpec(own, "HmacSHA256"), text);
    }

    private static byte[] hmac(SecretKeySpec with, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(with);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private byte[] apply(int mode, String name, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("UPLINK_SECRET_KEY does not fit what is stored", e);
        }
    }
}
