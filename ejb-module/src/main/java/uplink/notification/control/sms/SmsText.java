package uplink.notification.control.sms;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text as short messages carry it: in the alphabet of GSM where that has all its characters, else in UCS-2; in one piece
 * of 160 or 70 characters, or in parts of 153 or 67 that the telephone puts together again (3GPP TS 23.040, 9.2.3.24.1:
 * concatenation with a reference of eight bits). A character is never cut in two.
 *
 * @param ucs2 whether the parts are in UCS-2
 * @param parts with their headers, when there is more than one
 */
record SmsText(boolean ucs2, List<byte[]> parts) {

    private static final int MOST = 255;
    private static final int GSM_ALONE = 160;
    private static final int GSM_PART = 153;
    private static final int UCS2_ALONE = 70 * 2;
    private static final int UCS2_PART = 67 * 2;

    /**
     * The parts of that text.
     *
     * @param reference 0–255, the same for all parts, and for a repetition of the message
     */
    static SmsText of(String text, int reference) {
        String plain = plain(text);
        Optional<byte[]> gsm = Gsm7.encoded(plain);
        boolean ucs2 = gsm.isEmpty();
        byte[] whole = gsm.orElseGet(() -> plain.getBytes(StandardCharsets.UTF_16BE));
        if (whole.length <= (ucs2 ? UCS2_ALONE : GSM_ALONE)) {
            return new SmsText(ucs2, List.of(whole));
        }
        List<ByteBuffer> pieces = new ArrayList<>();
        for (int from = 0; from < whole.length; ) {
            int to = ucs2 ? endOfUcs2(whole, from) : endOfGsm(whole, from);
            pieces.add(ByteBuffer.wrap(whole, from, to - from));
            from = to;
        }
        if (pieces.size() > MOST) {
            throw new IllegalArgumentException("a text of more than " + MOST + " parts");
        }
        List<byte[]> parts = new ArrayList<>();
        for (ByteBuffer piece : pieces) {
            parts.add(part(piece, reference, pieces.size(), parts.size() + 1));
        }
        return new SmsText(ucs2, parts);
    }

    /** What print has and telephones do without: a blank that does not break would make the whole text UCS-2. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n").replaceAll("[\\u00a0\\u2007\\u202f]", " ");
    }

    private static int endOfGsm(byte[] septets, int from) {
        int end = Math.min(from + GSM_PART, septets.length);
        return septets[end - 1] == Gsm7.ESCAPE ? end - 1 : end;
    }

    private static int endOfUcs2(byte[] units, int from) {
        int end = Math.min(from + UCS2_PART, units.length);
        boolean cut = Character.isHighSurrogate((char) ((units[end - 2] & 0xFF) << 8 | units[end - 1] & 0xFF));
        return cut && end < units.length ? end - 2 : end;
    }

    /** Length of the header, then one element of three octets: reference, how many, which. */
    private static byte[] part(ByteBuffer piece, int reference, int of, int no) {
        return ByteBuffer.allocate(6 + piece.remaining())
                .put(new byte[] {5, 0, 3, (byte) reference, (byte) of, (byte) no})
                .put(piece)
                .array();
    }

    boolean isLong() {
        return parts.size() > 1;
    }
}
