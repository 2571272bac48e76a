package uplink.audit.boundary;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change in full.
 *
 * @param keyId the API key that a service account used
 * @param agent what the client called itself
 * @param requestId as in the logs
 * @param seal number of the seal that covers it; null for the few seconds before there is one
 * @param before by thing ({@code customer/…}) the fields that were changed as they were, or all of what was removed; {@code
 *     {"hidden": …}} stands for a secret
 * @param after the same as it is since then, or all of what was added
 */
public record AuditEntry(
        AuditRow row,
        @Nullable UUID keyId,
        @Nullable String agent,
        @Nullable String requestId,
        @Nullable Long seal,
        Map<String, Map<String, Object>> before,
        Map<String, Map<String, Object>> after) {}
