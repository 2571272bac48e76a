package uplink.auth.control;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Passwords that everybody tries first, checked without asking anyone: well-known words with the usual decoration
 * (digits or signs around them, letters written as digits), runs on the keyboard, repetitions, and the owner's e-mail.
 */
final class CommonPasswords {

    private static final Set<String> WORDS = words();
    private static final String[] RUNS = {
        "01234567890123456789",
        "abcdefghijklmnopqrstuvwxyz",
        "qwertyuiopasdfghjklzxcvbnm",
        "1qaz2wsx3edc4rfv5tgb6yhn",
        "1q2w3e4r5t6y7u8i9o0p",
        "qazwsxedcrfvtgbyhnujm",
        "йцукенгшщзхъфывапролджэячсмитьбю",
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "1й2ц3у4к5е6н7г8ш9щ0з"
    };

    private CommonPasswords() {}

    static boolean isCommon(String password, String email) {
        String plain = password.strip().toLowerCase(Locale.ROOT);
        String core = strip(plain);
        String owner = email.toLowerCase(Locale.ROOT);
        return isKnown(plain)
                || isKnown(core)
                || isKnown(strip(unleet(plain)))
                || isKnown(unleet(core))
                || plain.equals(owner)
                || (core.length() >= 4 && core.equals(strip(owner.split("@", 2)[0])));
    }

    private static boolean isKnown(String text) {
        return WORDS.contains(text) || isRun(text) || isRepetition(text);
    }

    /** A piece of a row of keys or letters, forwards or backwards. */
    private static boolean isRun(String text) {
        String reversed = new StringBuilder(text).reverse().toString();
        for (String run : RUNS) {
            if (text.length() >= 4 && (run.contains(text) || run.contains(reversed))) {
                return true;
            }
        }
        return false;
    }

    /** One short piece over and over: aaaaaaaa, 12121212, qwertyqwerty. */
    private static boolean isRepetition(String text) {
        for (int length = 1; length <= text.length() / 2; length++) {
            String piece = text.substring(0, length);
            boolean whole = text.length() % length == 0
                    && piece.repeat(text.length() / length).equals(text);
            if (whole && (length <= 3 || WORDS.contains(piece) || isRun(piece))) {
                return true;
            }
        }
        return false;
    }

    private static String strip(String text) {
        return text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    private static String unleet(String text) {
        return text.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's')
                .replace('!', 'i');
    }

    private static Set<String> words() {
        try (InputStream in = CommonPasswords.class.getResourceAsStream("/uplink/auth/common-passwords.txt");
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(l -> !l.startsWith("#"))
                    .flatMap(l -> java.util.Arrays.stream(l.split(" ")))
                    .filter(w -> !w.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
