package uplink.customer.boundary;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A feature that takes over files of its own kind by the queue of imports. A feature only adds a bean: {@code
 * @ApplicationScoped public class DeviceFiles implements ImportTaker}, in its boundary package.
 */
public interface ImportTaker {

    ImportKind kind();

    /** The columns as the guide calls them, in the order in which it does. */
    List<String> columns();

    /** Those without which a file says nothing. */
    List<String> needed();

    /** The documented column that a heading means by itself. */
    Optional<String> column(String heading);

    /**
     * Takes a file over in the caller's transaction.
     *
     * @param progress hears of the lines read so far; false: stop
     */
    FileOutcome take(ImportFile file, IntPredicate progress);
}
