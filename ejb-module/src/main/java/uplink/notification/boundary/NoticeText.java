package uplink.notification.boundary;

import java.util.Locale;
import uplink.shared.Text;

/** A notification's words in both languages; the reader's is chosen at the edge. */
public record NoticeText(String russian, String english) {

    public String in(Locale locale) {
        return Text.supported(locale).equals(Locale.ENGLISH) ? english : russian;
    }
}
