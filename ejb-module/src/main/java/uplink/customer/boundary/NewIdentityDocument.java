package uplink.customer.boundary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document of identity to be kept.
 *
 * @param number letters, digits, blanks and dashes, at most 40; of a passport of the Russian Federation ten digits
 * @param issuedBy at most 300 characters
 * @param issuedOn not in the future
 */
public record NewIdentityDocument(
        @Nullable IdentityKind kind,
        @Nullable String number,
        @Nullable String issuedBy,
        @Nullable LocalDate issuedOn) {}
