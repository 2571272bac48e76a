package uplink.api.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What POST /auth/login answered.")
public record MfaTokenRequest(@Schema(required = true, maxLength = 200) String mfaToken) {}
