package uplink.bulk.boundary;

/**
 * How many things a work is about, and what became of them.
 *
 * @param waiting nobody has looked at them
 * @param ready to be changed
 * @param skipped as they should be already
 * @param kept done, and could not be taken back
 */
public record BulkCounts(int total, int waiting, int ready, int skipped, int refused, int done, int undone, int kept) {}
