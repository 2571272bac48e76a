package uplink.customer.boundary;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * All that is known about a customer.
 *
 * @param madeAt when it was gathered
 * @param identityDocuments in clear text soon after a sign-in or a confirmation; else kind and masked number only
 * @param data everything else, row by row, by what it is: {@code customers}, {@code addresses}, {@code invoices} …
 */
public record PersonalExport(
        Instant madeAt, List<IdentityDetails> identityDocuments, Map<String, List<Map<String, Object>>> data) {}
