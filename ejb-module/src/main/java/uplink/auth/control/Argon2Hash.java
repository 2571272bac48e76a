package uplink.auth.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An Argon2 hash (RFC 9106) with all that made it, written as the reference implementation and the PHC string format do:
 * {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}.
 *
 * @param memoryKib memory that each computation fills
 */
record Argon2Hash(int type, int version, int memoryKib, int passes, int lanes, byte[] salt, byte[] hash) {

    static final int ID = Argon2Parameters.ARGON2_id;
    static final int VERSION = Argon2Parameters.ARGON2_VERSION_13;

    private static final Map<String, Integer> TYPES =
            Map.of("argon2d", Argon2Parameters.ARGON2_d, "argon2i", Argon2Parameters.ARGON2_i, "argon2id", ID);
    private static final Pattern TEXT = Pattern.compile(
            "\\$(argon2id?|argon2d)\\$v=(\\d{1,3})\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /** Throws {@code IllegalArgumentException} for any other text, which it does not repeat. */
    static Argon2Hash parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an Argon2 hash");
        }
        return new Argon2Hash(
                TYPES.getOrDefault(parts.group(1), ID),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                Integer.parseInt(parts.group(4)),
                Integer.parseInt(parts.group(5)),
                Base64.getDecoder().decode(parts.group(6)),
                Base64.getDecoder().decode(parts.group(7)));
    }

    /** The password's hash made the same way, with the same salt. */
    Argon2Hash of(String password, HashMemory memory) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(type)
                .withVersion(version)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .withBlockPool(memory)
                .build());
        byte[] result = new byte[hash.length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), result);
        return new Argon2Hash(type, version, memoryKib, passes, lanes, salt, result);
    }

    /** In a time that does not depend on where they differ. */
    boolean isSame(Argon2Hash other) {
        return MessageDigest.isEqual(hash, other.hash);
    }

    String text() {
        String name = TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == type)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$" + name + "$v=" + version + "$m=" + memoryKib + ",t=" + passes + ",p=" + lanes + "$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }
}
