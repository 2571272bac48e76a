package uplink.api.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param newPassword 8 to 128 characters, none of the common ones
 */
@Schema(description = "The current password and the one to come.")
public record PasswordChangeRequest(
        @Schema(required = true, maxLength = 128, format = "password") String currentPassword,
        @Schema(required = true, minLength = 8, maxLength = 128, format = "password") String newPassword) {}
