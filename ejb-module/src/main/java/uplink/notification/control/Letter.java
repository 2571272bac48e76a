package uplink.notification.control;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.AccountMails.AccountMail;
import uplink.connection.boundary.ApplicationMail;
import uplink.document.boundary.Paper;
import uplink.shared.Text;

/**
 * A mail in words.
 *
 * @param html the same as a page; null: plain text only
 * @param unsubscribe where its reader can say that such letters are not wanted; null: they are mandatory
 * @param enclosed a file that goes with it; null: none
 * @param id the same at each attempt, so that a mail that arrives twice is one for the reader's program
 */
public record Letter(
        UUID id,
        String template,
        String address,
        String fullName,
        String subject,
        String body,
        @Nullable String html,
        @Nullable String unsubscribe,
        @Nullable Paper enclosed) {

    /** In plain text, and of a kind that nobody can do without. */
    public Letter(UUID id, String template, String address, String fullName, String subject, String body) {
        this(id, template, address, fullName, subject, body, null, null, null);
    }

    /** In the reader's language. */
    public static Letter of(UUID id, AccountMail mail) {
        Locale locale = mail.locale();
        String template = "mail." + mail.template();
        return new Letter(
                id,
                mail.template(),
                mail.address(),
                oneLine(mail.fullName()),
                Text.of(template + ".subject").in(locale),
                body(template, mail, locale));
    }

    /** To somebody who wants to be connected. */
    public static Letter of(UUID id, ApplicationMail mail) {
        Locale locale = mail.locale();
        String template = "mail." + mail.template();
        Object[] arguments = mail.arguments().toArray();
        return new Letter(
                id,
                mail.template(),
                mail.address(),
                oneLine(mail.fullName()),
                Text.of(template + ".subject", arguments).in(locale),
                Text.of("mail.hello", oneLine(mail.fullName())).in(locale) + "\n\n"
                        + Text.of(template + ".text", arguments).in(locale) + "\n\n"
                        + Text.of("mail.bye").in(locale) + "\n");
    }

    private static String body(String template, AccountMail mail, Locale locale) {
        @Nullable String link = mail.link();
        return Text.of("mail.hello", oneLine(mail.fullName())).in(locale) + "\n\n"
                + Text.of(template + ".text", mail.arguments().toArray()).in(locale) + "\n"
                + (link == null
                        ? ""
                        : "\n" + link + "\n\n" + good(mail.minutes()).in(locale) + "\n")
                + "\n" + Text.of("mail.bye").in(locale) + "\n";
    }

    private static Text good(long minutes) {
        return minutes % 60 == 0 ? Text.of("mail.link.hours", minutes / 60) : Text.of("mail.link.minutes", minutes);
    }

    /** A name is somebody's own words: it must not begin a line of ours. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}]+", " ");
    }
}
