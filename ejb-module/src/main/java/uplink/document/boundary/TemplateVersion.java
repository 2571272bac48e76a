package uplink.document.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of a template that somebody has made.
 *
 * @param length in characters
 */
public record TemplateVersion(int no, Instant createdAt, @Nullable String author, int length) {}
