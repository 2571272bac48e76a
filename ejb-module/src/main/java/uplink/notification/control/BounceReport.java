package uplink.notification.control;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a mail server tells of a letter that it had taken (RFC 3464).
 *
 * @param reference the letter's Message-ID
 * @param delivered it has arrived after all; else it has not and will not
 * @param gone there is no such mailbox
 * @param why the server's words
 */
public record BounceReport(String reference, boolean delivered, boolean gone, String why) {

    private static final int LONGEST = 200_000;
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^Message-ID:\\s*(<[^>\\s]{1,250}>)");
    private static final Pattern ACTION = Pattern.compile("(?im)^Action:\\s*([a-z]+)");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*([245]\\.\\d{1,3}\\.\\d{1,3})");
    private static final Pattern DIAGNOSTIC = Pattern.compile("(?im)^Diagnostic-Code:\\s*([^\\r\\n]+)");
    private static final Pattern NOBODY = Pattern.compile("5\\.(1\\.[1236]|2\\.1)");

    /** Empty when the mail is no such report, or one of a letter that is merely late. */
    static Optional<BounceReport> of(Message mail) throws MessagingException, IOException {
        if (!mail.isMimeType("multipart/report") || !(mail.getContent() instanceof Multipart parts)) {
            return Optional.empty();
        }
        String status = "";
        String letter = "";
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            if (part.isMimeType("message/delivery-status")) {
                status = text(part);
            } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
                letter = text(part);
            }
        }
        return read(status, letter);
    }

    private static Optional<BounceReport> read(String status, String letter) {
        String reference = found(MESSAGE_ID, letter);
        String action = found(ACTION, status).toLowerCase(Locale.ROOT);
        if (reference.isEmpty() || !action.equals("failed") && !action.equals("delivered")) {
            return Optional.empty();
        }
        String code = found(STATUS, status);
        return Optional.of(new BounceReport(
                reference,
                action.equals("delivered"),
                NOBODY.matcher(code).matches(),
                (code + " " + found(DIAGNOSTIC, status)).strip()));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1).strip() : "";
    }

    private static String text(BodyPart part) throws IOException, MessagingException {
        try (InputStream in = part.getInputStream()) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
        }
    }
}
