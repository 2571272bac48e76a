package uplink.api.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A code of the authenticator app. */
@Schema(description = "A code of the authenticator app.")
public record CodeRequest(@Schema(required = true, maxLength = 40, example = "123456") String code) {}
