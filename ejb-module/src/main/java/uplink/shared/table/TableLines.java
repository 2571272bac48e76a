package uplink.shared.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import uplink.shared.Text;

/**
 * A file with headings, read to its end some lines at a time.
 *
 * @param <C> the columns that it may have
 */
public final class TableLines<C extends Enum<C>> {

    /** A line that is refused, and why; the column as the guide calls it, or empty. */
    public record Refused(int line, String column, Text reason) {}

    private static final int STEP = 2_000;

    private final Class<C> type;
    private final Function<String, Optional<C>> documented;
    private final Set<C> needed;
    private final List<Refused> refused = new ArrayList<>();
    private int total;
    private boolean whole;

    /**
     * @param documented the column that a heading means by itself
     * @param needed without these a file says nothing
     */
    public TableLines(Class<C> type, Function<String, Optional<C>> documented, Set<C> needed) {
        this.type = type;
        this.documented = documented;
        this.needed = needed;
    }

    /**
     * Reads it.
     *
     * @param each takes a line that is as long as its header
     * @param send is told every two thousand lines and at the end
     * @param progress hears of the lines read so far; false: stop
     * @return false: it was stopped
     */
    public boolean read(
            byte[] content,
            Map<String, String> explained,
            Consumer<DelimitedTable.Row<C>> each,
            Runnable send,
            IntPredicate progress) {
        try (DelimitedTable<C> table =
                new DelimitedTable<>(new DelimitedFile(content), type, new Headings<>(documented, explained), needed)) {
            boolean goesOn = !table.faults().isEmpty() || lines(table, each, send, progress);
            table.faults().forEach(fault -> refused.add(new Refused(fault.line(), fault.column(), fault.reason())));
            whole = table.faults().isEmpty();
            return goesOn && progress.test(total);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean lines(
            DelimitedTable<C> table, Consumer<DelimitedTable.Row<C>> each, Runnable send, IntPredicate progress) {
        for (Optional<DelimitedTable.Row<C>> row = table.next(); row.isPresent(); row = table.next()) {
            total++;
            if (table.fits(row.get())) {
                each.accept(row.get());
            } else {
                refuse(row.get().line(), "", Text.of("customer.import.width"));
            }
            if (total % STEP == 0) {
                send.run();
                if (!progress.test(total)) {
                    return false;
                }
            }
        }
        send.run();
        return true;
    }

    public void refuse(int line, String column, Text reason) {
        refused.add(new Refused(line, column, reason));
    }

    /** What was refused so far. */
    public List<Refused> refused() {
        return refused;
    }

    public int total() {
        return total;
    }

    /** Whether it could be read to its end. */
    public boolean isWhole() {
        return whole;
    }
}
