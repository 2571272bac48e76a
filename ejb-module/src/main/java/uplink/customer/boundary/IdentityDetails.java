package uplink.customer.boundary;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A document of identity in clear text: whoever gets it is on record with a reason, but for whose it is. */
public record IdentityDetails(
        UUID id, IdentityKind kind, String number, @Nullable String issuedBy, @Nullable LocalDate issuedOn) {}
