package uplink.shared;

import java.util.Locale;

/** What people type alike: case, ё and е. */
public final class Folding {

    private Folding() {}

    /** The same as the database's {@code fold_text}. */
    public static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replace('ё', 'е');
    }
}
