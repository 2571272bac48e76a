package uplink.notification.control;

/**
 * How many short messages a text is sent as (3GPP TS 23.038 and 23.040): 160 characters of the GSM alphabet, or 70 of any
 * other; a text in several parts has 153, or 67, in each.
 */
public final class SmsParts {

    private static final String BASIC =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
                    + "abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";

    private SmsParts() {}

    public static int of(String text) {
        boolean gsm = text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0);
        int length = gsm
                ? (int) (text.length()
                        + text.chars().filter(c -> EXTENDED.indexOf(c) >= 0).count())
                : text.length();
        int alone = gsm ? 160 : 70;
        int each = gsm ? 153 : 67;
        return length <= alone ? 1 : (length + each - 1) / each;
    }
}
