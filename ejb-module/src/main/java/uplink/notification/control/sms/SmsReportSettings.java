package uplink.notification.control.sms;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import java.util.stream.Stream;
import uplink.shared.Settings;

/**
 * How an HTTP service tells what became of messages, and how it shows that it is the one.
 *
 * @param secret what the address that it calls has in it; empty: nobody may call
 * @param id where the service's id of the message is: a parameter's name or, with a slash in front, a JSON pointer into the
 *     body (RFC 6901), in which <code>*</code> stands for each element of a list
 * @param status the same for its state
 * @param why the same for the reason; empty: nowhere
 * @param delivered the states that mean that it has arrived
 * @param failed those that mean that it never will; all others are on their way
 */
record SmsReportSettings(
        String secret, String id, String status, String why, Set<String> delivered, Set<String> failed) {

    private static final int SHORTEST = 16;

    SmsReportSettings {
        if (!secret.isEmpty() && secret.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "UPLINK_SMS_HTTP_REPORT_SECRET must have " + SHORTEST + " characters or more");
        }
        if (!secret.isEmpty() && (delivered.isEmpty() || id.isEmpty() || status.isEmpty())) {
            throw new IllegalArgumentException(
                    "UPLINK_SMS_HTTP_REPORT_ID, _STATUS and _DELIVERED are needed to read reports");
        }
        if (Stream.of(id, status, why).anyMatch(place -> place.indexOf('*') != place.lastIndexOf('*'))) {
            throw new IllegalArgumentException("UPLINK_SMS_HTTP_REPORT_…: one * at most");
        }
    }

    static SmsReportSettings configured() {
        return new SmsReportSettings(
                Settings.text("UPLINK_SMS_HTTP_REPORT_SECRET", ""),
                Settings.text("UPLINK_SMS_HTTP_REPORT_ID", "id"),
                Settings.text("UPLINK_SMS_HTTP_REPORT_STATUS", "status"),
                Settings.text("UPLINK_SMS_HTTP_REPORT_WHY", ""),
                HttpSmsSettings.words(Settings.text("UPLINK_SMS_HTTP_REPORT_DELIVERED", "delivered")),
                HttpSmsSettings.words(Settings.text("UPLINK_SMS_HTTP_REPORT_FAILED", "failed,undelivered,expired")));
    }

    /** Whether somebody who calls knows the secret; it takes as long whether they do or not. */
    boolean isKnownTo(String said) {
        boolean right =
                MessageDigest.isEqual(said.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
        return right && !secret.isEmpty();
    }
}
