package uplink.customer.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that is to be taken over.
 *
 * @param id of the import
 * @param explained what headings mean that the guide does not document ({@link uplink.shared.table.Headings})
 * @param whole nothing is written when anything is refused
 * @param dryRun nothing is written at all
 * @param by who started it
 */
public record ImportFile(
        UUID id,
        byte[] content,
        Map<String, String> explained,
        boolean whole,
        boolean dryRun,
        LocalDate today,
        Instant at,
        @Nullable UUID by) {}
