package uplink.customer.boundary;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A heading of a file.
 *
 * @param heading as it is written
 * @param samples what stands below it in the first rows
 * @param column what it means: as the guide calls it; null: nothing
 */
public record FileHeading(String heading, List<String> samples, HeadingMeaning meaning, @Nullable String column) {

    public FileHeading {
        samples = List.copyOf(samples);
    }
}
