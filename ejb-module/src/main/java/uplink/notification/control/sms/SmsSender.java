package uplink.notification.control.sms;

import java.util.regex.Pattern;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import uplink.shared.Settings;

/**
 * Who is shown as the sender: up to eleven letters and digits, a short number, or a telephone number with its +.
 *
 * @param mostParts into how many parts a text may be cut; each is paid for
 */
record SmsSender(String shown, int mostParts) {

    private static final Pattern LETTERS = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._-]{0,10}");
    private static final Pattern SHORT = Pattern.compile("[0-9]{3,8}");
    private static final Pattern NUMBER = Pattern.compile("\\+[0-9]{7,15}");

    SmsSender {
        if (!shown.isEmpty()
                && !LETTERS.matcher(shown).matches()
                && !NUMBER.matcher(shown).matches()) {
            throw new IllegalArgumentException("UPLINK_SMS_FROM: up to 11 letters and digits, or a number with its +");
        }
        if (mostParts < 1 || mostParts > 50) {
            throw new IllegalArgumentException("UPLINK_SMS_PARTS: 1 to 50");
        }
    }

    static SmsSender configured() {
        return new SmsSender(Settings.text("UPLINK_SMS_FROM", ""), Settings.number("UPLINK_SMS_PARTS", 8));
    }

    String address() {
        return NUMBER.matcher(shown).matches() ? shown.substring(1) : shown;
    }

    TypeOfNumber typeOfNumber() {
        if (shown.isEmpty()) {
            return TypeOfNumber.UNKNOWN;
        }
        if (NUMBER.matcher(shown).matches()) {
            return TypeOfNumber.INTERNATIONAL;
        }
        return SHORT.matcher(shown).matches() ? TypeOfNumber.NETWORK_SPECIFIC : TypeOfNumber.ALPHANUMERIC;
    }

    NumberingPlanIndicator numberingPlan() {
        return NUMBER.matcher(shown).matches() ? NumberingPlanIndicator.ISDN : NumberingPlanIndicator.UNKNOWN;
    }
}
