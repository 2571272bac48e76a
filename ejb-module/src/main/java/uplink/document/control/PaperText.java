package uplink.document.control;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uplink.shared.Formats;
import uplink.shared.Money;
import uplink.shared.SumInWords;

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

    static String money(BigDecimal amount, String currency, Locale language) {
        return of(Formats.money(amount, currency, language));
    }

    /** Of what is below zero the words are as of what is above: whose it is, is said beside it. */
    static String words(BigDecimal amount, String currency, Locale language) {
        return SumInWords.of(Money.of(amount.abs(), currency), language);
    }

    /** As the address of a picture; empty: there is none. */
    static String picture(@Nullable String png) {
        return png == null ? "" : "data:image/png;base64," + png;
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c >= 0x20 && c < Character.MIN_SURROGATE
                || c > Character.MAX_SURROGATE && c < 0xFFFE
                || c > 0xFFFF && c <= Character.MAX_CODE_POINT;
    }
}
