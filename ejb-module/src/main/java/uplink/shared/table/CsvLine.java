package uplink.shared.table;

import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/** A line of a file for spreadsheets (RFC 4180). */
public final class CsvLine {

    private CsvLine() {}

    /** Writes the cells, and the end of the line; null is an empty one. */
    public static void write(Writer out, @Nullable Object... values) throws IOException {
        String separator = "";
        for (Object value : values) {
            out.write(separator);
            out.write(value == null ? "" : cell(value.toString()));
            separator = ",";
        }
        out.write("\r\n");
    }

    /** A spreadsheet takes what begins like a formula for one, blanks before it or not. */
    public static String cell(String text) {
        String start = text.stripLeading();
        boolean formula = !start.isEmpty() && "=+-@".indexOf(start.charAt(0)) >= 0
                || !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
