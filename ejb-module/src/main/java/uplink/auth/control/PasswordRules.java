package uplink.auth.control;

import java.util.Optional;
import uplink.shared.Text;

/** What may be a password: 8 to 128 characters, nothing that everybody uses. No rules of composition (ASVS 5.0 §6.2). */
public final class PasswordRules {

    private static final int SHORTEST = 8;
    private static final int LONGEST = 128;

    private PasswordRules() {}

    /** What is wrong with it; empty when nothing is. */
    public static Optional<Text> complaint(String password, String email) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of(Text.of("auth.password.length", SHORTEST, LONGEST));
        }
        return CommonPasswords.isCommon(password, email)
                ? Optional.of(Text.of("auth.password.common"))
                : Optional.empty();
    }
}
