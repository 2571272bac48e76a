package uplink.document.control;

import org.jspecify.annotations.Nullable;

/** Texts as XML and the font can take them. */
final class PaperText {

    private PaperText() {}

    /** Without characters that XML 1.0 does not have (section 2.2); narrow blanks become blanks that the font has. */
    static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .filter(PaperText::isAllowed)
                .forEach(c -> clean.appendCodePoint(c == '\u202F' ? '\u00A0' : c));
        return clean.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c >= 0x20 && c < Character.MIN_SURROGATE
                || c > Character.MAX_SURROGATE && c < 0xFFFE
                || c > 0xFFFF && c <= Character.MAX_CODE_POINT;
    }
}
