package uplink.api.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * @param refreshToken left out by a browser that keeps it in a cookie
 */
@Schema(description = "The refresh token to exchange.")
public record RefreshRequest(@Schema(nullable = true, maxLength = 200) @Nullable String refreshToken) {}
