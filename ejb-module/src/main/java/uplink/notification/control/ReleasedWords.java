package uplink.notification.control;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import uplink.notification.boundary.NoticeKind;
import uplink.notification.control.channel.ChannelKind;

/** The words that come with the release: version 0 of every template. */
public final class ReleasedWords {

    private ReleasedWords() {}

    public static Words of(NoticeKind kind, ChannelKind channel, Locale locale) {
        ResourceBundle words = ResourceBundle.getBundle(
                "uplink.notification.words",
                locale,
                ReleasedWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        String text = words.getString(kind.code());
        return switch (channel) {
            case APP -> new Words(0, "", text);
            case EMAIL -> new Words(0, words.getString(kind.code() + ".subject"), letter(words, text));
            case SMS -> new Words(0, "", words.getString(kind.code() + ".sms"));
            case PUSH -> new Words(0, words.getString(kind.code() + ".subject"), text);
        };
    }

    /** What stands above and below the text of every letter. */
    private static String letter(ResourceBundle words, String text) {
        return Placeholders.filled(
                words.getString("letter"), Map.of("text", text, "name", "{name}", "cabinet", "{cabinet}"));
    }
}
