package uplink.notification.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Words that somebody has made. */
public record MessageTemplateVersion(int no, Instant createdAt, @Nullable String author, String body) {}
