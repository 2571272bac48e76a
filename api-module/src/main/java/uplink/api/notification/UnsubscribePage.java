package uplink.api.notification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import uplink.notification.boundary.NoticeTopic;
import uplink.shared.Settings;
import uplink.shared.Text;

/** What the link of a letter shows: a page of its own, without a script; the browser knows its style by the hash. */
final class UnsubscribePage {

    static final String TYPE = "text/html;charset=UTF-8";

    private static final String STYLE =
            """
            :root{color-scheme:light dark}
            body{margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif;background:#f4f5f7;color:#1c2230}
            main{max-width:480px;margin:10vh auto 0;padding:24px;background:#fff;border-radius:8px}
            h1{margin:0 0 16px;font-size:22px}
            button{font:inherit;padding:10px 18px;border:0;border-radius:6px;background:#1f5fbf;color:#fff;cursor:pointer}
            a{color:#1f5fbf}
            @media (prefers-color-scheme:dark){body{background:#14171d;color:#e8eaef}main{background:#1f242d}a{color:#8ab4f8}}
            """;

    /** Only this style, and a form that leads back here. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash()
            + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="robots" content="noindex"><title>%s</title><style>%s</style></head>
            <body><main><h1>%s</h1>
            %s
            </main></body></html>
            """;

    /** It posts to the address that the page was opened by, with what mail programs send (RFC 8058). */
    private static final String FORM =
            """
            <p>%s</p>
            <form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click"><button type="submit">%s</button></form>""";

    private static final String TOLD = "<p>%s</p>\n<p><a href=\"%s\">%s</a></p>";

    private static final String CABINET =
            Settings.text("UPLINK_PUBLIC_URL", "http://localhost:8080").replaceAll("/+$", "");

    private UnsubscribePage() {}

    static String question(NoticeTopic topic, Locale reader) {
        String text = said(reader, "unsubscribe.question", name(topic));
        return page(reader, "unsubscribe.title", FORM.formatted(text, said(reader, "unsubscribe.button")));
    }

    static String answer(NoticeTopic topic, Locale reader) {
        return page(reader, "unsubscribe.done-title", told(reader, said(reader, "unsubscribe.done", name(topic))));
    }

    /** Of a link that was not made here, or not as it is. */
    static String refusal(Locale reader) {
        return page(reader, "unsubscribe.bad-title", told(reader, said(reader, "unsubscribe.bad")));
    }

    private static String told(Locale reader, String text) {
        return TOLD.formatted(
                text, escaped(CABINET + "/#/notifications/preferences"), said(reader, "unsubscribe.account"));
    }

    private static String page(Locale reader, String title, String content) {
        String shown = said(reader, title);
        return PAGE.formatted(Text.supported(reader).getLanguage(), shown, STYLE, shown, content);
    }

    private static Text name(NoticeTopic topic) {
        return Text.of("notification.topic." + topic.code());
    }

    private static String said(Locale reader, String key, Object... arguments) {
        return escaped(Text.of("notification." + key, arguments).in(reader));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
