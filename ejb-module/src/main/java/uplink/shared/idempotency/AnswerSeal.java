package uplink.shared.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the answers that are kept for a repetition: some say a secret that is said once (the seed of an authenticator,
 * backup codes, a program's key), and whoever gets hold of the database must not read it there. AES-256-GCM, bound to the
 * owner and the key of the request, under a key of its own.
 */
final class AnswerSeal {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    /** @param keyed a MAC with the installation's secret */
    AnswerSeal(Mac keyed) {
        key = new SecretKeySpec(keyed.doFinal("seal of an answer".getBytes(StandardCharsets.UTF_8)), "AES");
    }

    byte[] seal(UUID owner, String name, byte[] answer) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = apply(Cipher.ENCRYPT_MODE, owner, name, nonce, answer);
        byte[] whole = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
        System.arraycopy(sealed, 0, whole, NONCE_BYTES, sealed.length);
        return whole;
    }

    byte[] open(UUID owner, String name, byte[] whole) {
        byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
        return apply(Cipher.DECRYPT_MODE, owner, name, nonce, Arrays.copyOfRange(whole, NONCE_BYTES, whole.length));
    }

    private byte[] apply(int mode, UUID owner, String name, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((owner + " " + name).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("UPLINK_SECRET_KEY does not fit what is stored", e);
        }
    }
}
