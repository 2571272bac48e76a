package uplink.billing.statement.control;

import java.util.ArrayList;
import java.util.List;
import uplink.shared.BusinessException;
import uplink.shared.FieldError;
import uplink.shared.Text;

/** Everything that is wrong with a file, by line: one answer tells it all. */
final class Faults {

    private static final int MOST = 100;

    private final List<FieldError> found = new ArrayList<>();

    void add(int line, String key, Object... arguments) {
        if (found.size() < MOST) {
            found.add(new FieldError("line " + line, Text.of(key, arguments)));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** Refuses with {@code validation} when anything is wrong. */
    void done() {
        if (!found.isEmpty()) {
            throw BusinessException.invalid(found);
        }
    }
}
