package uplink.notification.control;

import java.util.List;
import java.util.Locale;
import uplink.notification.boundary.NoticeChannel;
import uplink.notification.boundary.NoticeKind;
import uplink.shared.BusinessException;
import uplink.shared.CardNumbers;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What people may write into messages. */
public final class WordRules {

    private static final int LONGEST_SUBJECT = 200;
    private static final int LONGEST_BODY = 4000;

    private WordRules() {}

    /** As they are kept; {@code validation} at {@code subject} and {@code body}, also for names that there are not. */
    public static Words checked(NoticeKind kind, NoticeChannel channel, int no, String subject, String body) {
        Validation validation = new Validation();
        boolean titled = isTitled(channel);
        String title = titled
                ? CardNumbers.masked(validation.text("subject", NoticeValues.oneLine(subject), LONGEST_SUBJECT))
                : "";
        validation.check(titled || subject.isBlank(), "subject", Text.of("notification.template.subject"));
        String text = validation.words("body", body.replace("\r\n", "\n"), LONGEST_BODY);
        List<String> names = NoticeValues.names(kind);
        Placeholders.complaint(title, names).ifPresent(wrong -> validation.check(false, "subject", wrong));
        Placeholders.complaint(text, names).ifPresent(wrong -> validation.check(false, "body", wrong));
        validation.done();
        return new Words(no, title, text);
    }

    /** Letters and pushes have a subject. */
    public static boolean isTitled(NoticeChannel channel) {
        return channel == NoticeChannel.EMAIL || channel == NoticeChannel.PUSH;
    }

    /** {@code not-found} for a language in which nobody writes. */
    public static Locale known(String language) {
        Locale known = Locale.forLanguageTag(language);
        if (!Text.supported(known).equals(known)) {
            throw BusinessException.notFound();
        }
        return known;
    }
}
