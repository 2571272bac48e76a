package uplink.document.control;

import java.io.IOException;
import java.io.StringWriter;

/** A text that may not become longer than that. */
final class BoundedWriter extends StringWriter {

    private final int longest;

    BoundedWriter(int longest) {
        this.longest = longest;
    }

    @Override
    public void write(int c) {
        ensure(1);
        super.write(c);
    }

    @Override
    public void write(char[] part, int from, int length) {
        ensure(length);
        super.write(part, from, length);
    }

    @Override
    public void write(String part) {
        ensure(part.length());
        super.write(part);
    }

    @Override
    public void write(String part, int from, int length) {
        ensure(length);
        super.write(part, from, length);
    }

    private void ensure(int more) {
        if (getBuffer().length() + more > longest) {
            throw new UnusableTemplate(0, "more than " + longest + " characters", new IOException("too long"));
        }
    }
}
