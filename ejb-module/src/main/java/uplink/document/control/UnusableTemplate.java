package uplink.document.control;

import org.jspecify.annotations.Nullable;

/** A template that could not be filled in, or whose outcome could not be printed. */
public final class UnusableTemplate extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int line;
    private final String said;

    UnusableTemplate(int line, @Nullable String said, Throwable cause) {
        super("line " + line + ": " + said, cause);
        this.line = line;
        this.said = said == null ? "" : said;
    }

    public int line() {
        return line;
    }

    /** In the library's words. */
    public String said() {
        return said;
    }
}
