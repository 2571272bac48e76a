package uplink.billing.statement.control;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import uplink.shared.BusinessException;
import uplink.shared.Text;

/** Finds out what a file is by what is in it, never by its name. */
public final class StatementFile {

    private static final String ONE_C = "1CClientBankExchange";

    private StatementFile() {}

    /** Reads and proves it. Refusals: {@code validation}, with the lines that are wrong. */
    public static Read read(byte[] content, String currency) {
        Faults faults = new Faults();
        Read read = parse(content, currency, faults);
        faults.done();
        Proof.check(read, faults);
        faults.done();
        return read;
    }

    private static Read parse(byte[] content, String currency, Faults faults) {
        String head = new String(content, 0, Math.min(content.length, 4096), StandardCharsets.ISO_8859_1);
        if (head.contains(ONE_C)) {
            return OneC.read(text(content), currency, faults);
        }
        if (isXml(head)) {
            return Camt053.read(content, currency, faults);
        }
        throw BusinessException.invalid("file", Text.of("statement.unknown-format"));
    }

    private static boolean isXml(String head) {
        String start = head.replace("\u00ef\u00bb\u00bf", "").stripLeading();
        boolean utf16 = head.startsWith("\u00fe\u00ff") || head.startsWith("\u00ff\u00fe");
        return start.startsWith("<") || utf16;
    }

    /** Programs write windows-1251 or UTF-8 and sometimes say the other; old ones write the code page of DOS. */
    private static String text(byte[] content) {
        try {
            String utf8 = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return utf8.startsWith("\ufeff") ? utf8.substring(1) : utf8;
        } catch (CharacterCodingException e) {
            String dos = new String(content, Charset.forName("IBM866"));
            return dos.contains("Кодировка=DOS") ? dos : new String(content, Charset.forName("windows-1251"));
        }
    }
}
