package uplink.web.audit;

import java.util.List;

/**
 * What became of one thing.
 *
 * @param name what it is, in the reader's language
 * @param how {@code added}, {@code changed} or {@code removed}
 */
public record ChangedThing(String name, String id, String how, List<Field> fields) {

    /** A field as it was and as it is, as people read it; a dash where there was nothing. */
    public record Field(String name, String before, String after) {}

    public ChangedThing {
        fields = List.copyOf(fields);
    }
}
