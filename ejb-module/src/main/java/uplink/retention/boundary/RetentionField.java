package uplink.retention.boundary;

/**
 * A field of a rule that somebody changed.
 *
 * @param name as in {@link RetentionChange}
 * @param before as text; empty: there was nothing
 */
public record RetentionField(String name, String before, String after) {}
