package uplink.api.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The token of a link that came by mail. */
@Schema(description = "The token of a link that came by mail.")
public record TokenRequest(@Schema(required = true, maxLength = 200) String token) {}
