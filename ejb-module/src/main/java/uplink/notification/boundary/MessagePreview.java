package uplink.notification.boundary;

import org.jspecify.annotations.Nullable;

/**
 * A message as it would arrive.
 *
 * @param html of a letter only
 * @param parts how many short messages it is charged as; 0 where nobody charges
 */
public record MessagePreview(String subject, String text, @Nullable String html, int parts) {}
