package uplink.auth.control;

import java.util.Base64;
import uplink.shared.BusinessException;
import uplink.shared.Text;

/** Bytes in JSON as WebAuthn writes them: base64url without padding. */
final class Base64Url {

    private static final int LONGEST = 20_000;

    private Base64Url() {}

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Refused with {@code validation} for that field when it is no such text, or far too long. */
    static byte[] decode(String field, String text) {
        try {
            if (text.length() <= LONGEST) {
                return Base64.getUrlDecoder().decode(text);
            }
        } catch (IllegalArgumentException e) {
            // falls through to the refusal
        }
        throw BusinessException.invalid(field, Text.of("shared.validation.format"));
    }
}
