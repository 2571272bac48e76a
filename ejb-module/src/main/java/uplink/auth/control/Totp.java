package uplink.auth.control;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Time-based one-time passwords (RFC 6238) as authenticator apps make them: SHA-1, six digits, thirty seconds. */
public final class Totp {

    static final int SEED_BYTES = 20;
    private static final long STEP_SECONDS = 30;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ISSUER = "Uplink";

    private Totp() {}

    static byte[] newSeed() {
        byte[] seed = new byte[SEED_BYTES];
        RANDOM.nextBytes(seed);
        return seed;
    }

    /** The step in which the code is right: the one of now, the one before or the one after (clocks differ). */
    static OptionalLong stepOf(byte[] seed, String code, Instant now) {
        long current = step(now);
        return LongStream.of(current, current - 1, current + 1)
                .filter(step -> isSame(code(seed, step), code))
                .findFirst();
    }

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    static String code(byte[] seed, long step) {
        try {
            int number = new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePassword(
                            new SecretKeySpec(seed, "HmacSHA1"), Instant.ofEpochSecond(step * STEP_SECONDS));
            return String.format(Locale.ROOT, "%06d", number);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("every seed is a key", e);
        }
    }

    /** As people type it into an app that has no camera. */
    public static String base32(byte[] seed) {
        return new Base32().encodeToString(seed).replace("=", "");
    }

    static byte[] fromBase32(String text) {
        return new Base32().decode(text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT));
    }

    /** What the QR code says (Key Uri Format of the authenticator apps). */
    public static String uri(String account, byte[] seed) {
        return "otpauth://totp/" + ISSUER + ":"
                + URLEncoder.encode(account, StandardCharsets.UTF_8).replace("+", "%20") + "?secret=" + base32(seed)
                + "&issuer=" + ISSUER + "&algorithm=SHA1&digits=6&period=" + STEP_SECONDS;
    }

    private static boolean isSame(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
