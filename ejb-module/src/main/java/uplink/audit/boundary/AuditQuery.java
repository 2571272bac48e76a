package uplink.audit.boundary;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which part of the trail; null leaves a filter out.
 *
 * @param actor a user
 * @param actorText the beginning of a user's e-mail or name
 * @param entity what was changed, such as {@code customer}
 * @param entityId which one
 * @param customer everything that concerns this customer
 * @param action a word such as {@code customer.update}
 * @param from the first day, in the operator's zone
 * @param to the last day
 */
public record AuditQuery(
        @Nullable UUID actor,
        @Nullable String actorText,
        @Nullable String entity,
        @Nullable String entityId,
        @Nullable UUID customer,
        @Nullable String action,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Without any filter. */
    public static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, null, null, null);
}
