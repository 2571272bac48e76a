package uplink.api.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param newPassword 8 to 128 characters, none of the common ones
 */
@Schema(description = "The token of the link that came by mail, and the password to come.")
public record ResetRequest(
        @Schema(required = true, maxLength = 200) String token,
        @Schema(required = true, minLength = 8, maxLength = 128, format = "password") String newPassword) {}
