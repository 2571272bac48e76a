package uplink.customer.boundary;

import java.util.List;
import uplink.shared.table.StagedLines;
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
     * @param lines as they were read
     * @param staged the good ones of them, compared
     * @param whole nothing is written when anything is refused
     */
    public static FileOutcome of(TableLines<?> lines, StagedLines staged, boolean whole) {
        staged.refused().forEach(bad -> lines.refuse(bad.line(), bad.column(), bad.reason()));
        int refused = (int) lines.refused().stream()
                .map(TableLines.Refused::line)
                .distinct()
                .count();
        boolean written = lines.isWhole() && (refused == 0 || !whole);
        return new FileOutcome(
                false,
                written,
                lines.total(),
                written ? staged.countNew() : 0,
                staged.countKnown(),
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
