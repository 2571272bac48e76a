package uplink.billing.statement.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * By what an entry is known again in the next file. The words of its purpose are left out: banks write them now so, now
 * so. Two entries of one file that are the same in all of it are two all the same, in every file that has both.
 */
final class Keys {

    private Keys() {}

    static String of(Object... parts) {
        StringBuilder joined = new StringBuilder();
        for (Object part : parts) {
            String text = part.toString();
            joined.append(text.length()).append(':').append(text);
        }
        return hash(joined.toString());
    }

    static List<Read.Entry> distinct(List<Read.Entry> entries) {
        Map<String, Integer> seen = new HashMap<>();
        List<Read.Entry> numbered = new ArrayList<>(entries.size());
        for (Read.Entry e : entries) {
            int times = seen.merge(e.key(), 1, Integer::sum);
            numbered.add(
                    times == 1
                            ? e
                            : new Read.Entry(
                                    e.line(),
                                    e.key() + "#" + times,
                                    e.account(),
                                    e.incoming(),
                                    e.amount(),
                                    e.currency(),
                                    e.bookedOn(),
                                    e.document(),
                                    e.party(),
                                    e.purpose()));
        }
        return numbered;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
