package uplink.billing.run.control;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows for one {@code COPY … FROM STDIN} in text format: the cheapest way from Java into a table, because nothing is
 * quoted twice and the server plans nothing.
 */
final class CopyRows {

    private static final byte[] NOTHING = {'\\', 'N'};

    private final String target;
    private byte[] bytes = new byte[1 << 16];
    private int length;
    private boolean first = true;

    /** @param target table and columns, for example {@code outbox (id, type)} */
    CopyRows(String target) {
        this.target = target;
    }

    CopyRows add(@Nullable Object value) {
        if (!first) {
            put((byte) '\t');
        }
        first = false;
        if (value == null) {
            put(NOTHING, 0, NOTHING.length);
        } else if (value instanceof String string) {
            escape(string.getBytes(StandardCharsets.UTF_8));
        } else {
            plain(value instanceof BigDecimal number ? number.toPlainString() : value.toString());
        }
        return this;
    }

    /** Ends the row. */
    void end() {
        put((byte) '\n');
        first = true;
    }

    /** Sends what was added and forgets it. */
    void send(Connection connection) throws SQLException {
        if (length == 0) {
            return;
        }
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + target + " from stdin", new ByteArrayInputStream(bytes, 0, length), 1 << 16);
            length = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Numbers, ids and dates: nothing in them needs escaping. */
    private void plain(String text) {
        byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1);
        put(ascii, 0, ascii.length);
    }

    /** In UTF-8 no byte of a longer character looks like a control character or a backslash. */
    private void escape(byte[] text) {
        int done = 0;
        for (int i = 0; i < text.length; i++) {
            byte c = text[i];
            if ((c >= 0 && c < ' ') || c == '\\') {
                put(text, done, i);
                put((byte) '\\');
                put(code(c));
                done = i + 1;
            }
        }
        put(text, done, text.length);
    }

    private static byte code(byte c) {
        return switch (c) {
            case '\n' -> (byte) 'n';
            case '\r' -> (byte) 'r';
            case '\t' -> (byte) 't';
            default -> c;
        };
    }

    private void put(byte c) {
        room(1);
        bytes[length++] = c;
    }

    private void put(byte[] from, int begin, int end) {
        room(end - begin);
        System.arraycopy(from, begin, bytes, length, end - begin);
        length += end - begin;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
