package uplink.notification.control;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A letter's text as a page for programs that show HTML: paragraphs, and addresses of ours as links. Everything is
 * escaped, nothing is fetched from anywhere.
 */
public final class LetterPage {

    private static final Pattern BETWEEN_PARAGRAPHS = Pattern.compile("\\n\\s*\\n");
    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title></head>
            <body style="margin:0;padding:24px;background:#f4f5f7;color:#1c2230;font:16px/1.5 Arial,sans-serif">
            <div style="max-width:560px;margin:0 auto;padding:24px;background:#fff;border-radius:8px">
            %s
            </div></body></html>
            """;

    private LetterPage() {}

    public static String of(String subject, String text, Locale locale) {
        String paragraphs = Stream.of(BETWEEN_PARAGRAPHS.split(text.strip()))
                .map(paragraph -> "<p style=\"margin:0 0 16px\">"
                        + linked(escaped(paragraph).replace("\n", "<br>")) + "</p>")
                .collect(Collectors.joining("\n"));
        return PAGE.formatted(locale.getLanguage(), escaped(subject), paragraphs);
    }

    /** Only our own address: what somebody else has written leads nowhere. */
    private static String linked(String escaped) {
        String ours = escaped(NoticeValues.CABINET);
        return escaped.replace(ours, "<a href=\"" + ours + "\" style=\"color:#1f5fbf\">" + ours + "</a>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
