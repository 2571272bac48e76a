package uplink.customer.control;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows on their way into a table by {@code COPY} in text format, sent in pieces of some 64 KiB. */
final class CopyText implements AutoCloseable {

    private static final int PIECE = 65_536;

    private final CopyIn copy;
    private final StringBuilder text = new StringBuilder(PIECE + 2048);
    private boolean first = true;
    private boolean ended;

    CopyText(Connection connection, String tableAndColumns) throws SQLException {
        copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + tableAndColumns + " from stdin");
    }

    CopyText put(@Nullable Object value) {
        if (!first) {
            text.append('\t');
        }
        first = false;
        if (value == null) {
            text.append("\\N");
        } else {
            escape(value.toString());
        }
        return this;
    }

    private void escape(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '\\' -> text.append("\\\\");
                case '\t' -> text.append("\\t");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\0' -> text.append(' '); // no text in the database can hold it
                default -> text.append(c);
            }
        }
    }

    void endRow() throws SQLException {
        text.append('\n');
        first = true;
        if (text.length() >= PIECE) {
            send();
        }
    }

    private void send() throws SQLException {
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        text.setLength(0);
    }

    /** All rows are there. */
    void end() throws SQLException {
        send();
        copy.endCopy();
        ended = true;
    }

    /** Without {@link #end} nothing arrives. */
    @Override
    public void close() throws SQLException {
        if (!ended && copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
