package uplink.customer.boundary;

import java.util.List;
import java.util.UUID;

/**
 * The headings of a file that was uploaded.
 *
 * @param columns those that a file of its kind may have, as the guide calls them
 * @param missing those that it must have and does not
 */
public record FileHeadings(
        UUID importId, ImportKind kind, List<FileHeading> headings, List<String> columns, List<String> missing) {

    public FileHeadings {
        headings = List.copyOf(headings);
        columns = List.copyOf(columns);
        missing = List.copyOf(missing);
    }
}
