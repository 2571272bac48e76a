package uplink.api.auth;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose account it is about. */
@Schema(description = "Whose account it is about.")
public record EmailRequest(@Schema(required = true, maxLength = 254, example = "customer1@demo.uplink") String email) {}
