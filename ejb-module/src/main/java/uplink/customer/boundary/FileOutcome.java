package uplink.customer.boundary;

import java.util.List;

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

    public static FileOutcome stopped(int total) {
        return new FileOutcome(true, false, total, 0, 0, 0, List.of());
    }
}
