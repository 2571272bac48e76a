package uplink.shared.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Bytes somebody saved from a spreadsheet: finds out their encoding and what separates the values. */
public final class DelimitedFile {

    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int HEADER = 8192;

    private final byte[] content;
    private final int from;
    private final Charset charset;

    public DelimitedFile(byte[] content) {
        this.content = content;
        this.from = startsWithBom(content) ? BOM.length : 0;
        this.charset = from > 0 || isUtf8(content) ? StandardCharsets.UTF_8 : WINDOWS_1251;
    }

    public Charset charset() {
        return charset;
    }

    public boolean isEmpty() {
        return content.length == from;
    }

    /** Comma, semicolon or tab: whichever the first line has most of, outside quotes. */
    public char delimiter() {
        String start = new String(content, from, Math.min(HEADER, content.length - from), charset);
        int[] counts = new int[3];
        boolean quoted = false;
        for (int i = 0; i < start.length(); i++) {
            char c = start.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                break;
            } else if (!quoted && ",;\t".indexOf(c) >= 0) {
                counts[",;\t".indexOf(c)]++;
            }
        }
        int most = counts[1] > counts[0] ? 1 : 0;
        return ",;\t".charAt(counts[2] > counts[most] ? 2 : most);
    }

    public Reader reader() {
        return new InputStreamReader(new ByteArrayInputStream(content, from, content.length - from), charset);
    }

    /** Its records, the header among them; empty lines are none. */
    CSVParser parse() throws IOException {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter())
                .setIgnoreEmptyLines(true)
                .get()
                .parse(reader());
    }

    private static boolean startsWithBom(byte[] content) {
        return content.length >= BOM.length && content[0] == BOM[0] && content[1] == BOM[1] && content[2] == BOM[2];
    }

    /** Strict: Russian text in windows-1251 is never well-formed UTF-8 for long. */
    private static boolean isUtf8(byte[] content) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(content);
        CharBuffer chars = CharBuffer.allocate(16_384);
        while (true) {
            CoderResult result = decoder.decode(bytes, chars.clear(), true);
            if (!result.isOverflow()) {
                return !result.isError();
            }
        }
    }
}
