package uplink.notification.control.sms;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The default alphabet of GSM and its extension (3GPP TS 23.038, 6.2.1), one septet in each octet, as SMPP carries it. */
final class Gsm7 {

    /** Goes before a character of the extension. */
    static final byte ESCAPE = 0x1B;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final Map<Character, Byte> EXTENSION = Map.of(
            '\f', (byte) 0x0A,
            '^', (byte) 0x14,
            '{', (byte) 0x28,
            '}', (byte) 0x29,
            '\\', (byte) 0x2F,
            '[', (byte) 0x3C,
            '~', (byte) 0x3D,
            ']', (byte) 0x3E,
            '|', (byte) 0x40,
            '€', (byte) 0x65);
    private static final Map<Character, byte[]> SEPTETS = new HashMap<>();

    static {
        for (int i = 0; i < BASIC.length(); i++) {
            if (i != ESCAPE) {
                SEPTETS.put(BASIC.charAt(i), new byte[] {(byte) i});
            }
        }
        EXTENSION.forEach((character, code) -> SEPTETS.put(character, new byte[] {ESCAPE, code}));
    }

    private Gsm7() {}

    /** The text in septets; empty when a character is not in the alphabet. */
    static Optional<byte[]> encoded(String text) {
        ByteArrayOutputStream septets = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            byte[] character = SEPTETS.get(text.charAt(i));
            if (character == null) {
                return Optional.empty();
            }
            septets.writeBytes(character);
        }
        return Optional.of(septets.toByteArray());
    }
}
