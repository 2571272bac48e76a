package uplink.api.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * @param deviceInfo what the client calls itself, shown in the list of sessions
 */
@Schema(description = "Credentials.")
public record LoginRequest(
        @Schema(required = true, maxLength = 254, example = "operator@demo.uplink") String email,
        @Schema(required = true, maxLength = 128, format = "password") String password,
        @Schema(maxLength = 200, nullable = true, example = "Chromium on Debian") @Nullable String deviceInfo) {}
