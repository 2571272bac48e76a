package uplink.retention.boundary;

import java.time.Instant;
import java.util.List;

/** A change that somebody made to a rule. */
public record RetentionEdit(Instant at, String by, List<RetentionField> fields) {

    public RetentionEdit {
        fields = List.copyOf(fields);
    }
}
