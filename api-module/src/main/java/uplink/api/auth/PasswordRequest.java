package uplink.api.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The current password.")
public record PasswordRequest(@Schema(required = true, maxLength = 128, format = "password") String password) {}
