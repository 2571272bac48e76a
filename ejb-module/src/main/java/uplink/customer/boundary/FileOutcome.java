package uplink.customer.boundary;

import java.util.List;
import uplink.shared.table.TableLines;

/**
 * What has become of a file.
 *
 * @param stopped somebody wanted it to stop: nothing was written
 * @param written whether the good rows are there now (in a dry run: would be)
 * @param added rows that brought something
 * @param unchanged rows that were there already
 * @param refused rows
 */
public record FileOutcome(
        boolean stopped,
        boolean written,
        int total,
        int added,
        int unchanged,
        int refused,
        List<ImportRefusal> refusals) {

    public FileOutcome {
        refusals = List.copyOf(refusals);
    }

    /**
     * What it comes to.
     *
     * @param lines read, and compared
     * @param whole nothing is written when anything is refused
     * @param fresh good rows that bring something
     * @param unchanged good rows that are there already
     */
    public static FileOutcome of(TableLines<?> lines, boolean whole, int fresh, int unchanged) {
        int refused = (int) lines.refused().stream()
                .map(TableLines.Refused::line)
                .distinct()
                .count();
        boolean written = lines.isWhole() && (refused == 0 || !whole);
        return new FileOutcome(
                false,
                written,
                lines.total(),
                written ? fresh : 0,
                unchanged,
                refused,
                lines.refused().stream()
                        .map(bad -> new ImportRefusal(
                                bad.line(), bad.column(), bad.reason().key(), bad.reason()))
                        .toList());
    }

    public static FileOutcome stopped(int total) {
        return new FileOutcome(true, false, total, 0, 0, 0, List.of());
    }
}
