package uplink.audit.boundary;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One change, without what exactly was changed.
 *
 * @param at when it was begun
 * @param actorId null for somebody who was not signed in
 * @param actor the e-mail or, of a service account, the name, as it was then
 * @param actorKind {@code staff}, {@code customer}, {@code service} or {@code anonymous}
 * @param edge {@code api}, {@code console} or {@code job}
 * @param address the client's; null for jobs
 * @param action a stable word such as {@code customer.update}
 * @param entity what was changed, such as {@code customer}
 * @param customerId the customer whom it concerns, if any
 */
public record AuditRow(
        UUID id,
        Instant at,
        @Nullable UUID actorId,
        String actor,
        String actorKind,
        String edge,
        @Nullable String address,
        String action,
        String entity,
        String entityId,
        @Nullable UUID customerId) {}
