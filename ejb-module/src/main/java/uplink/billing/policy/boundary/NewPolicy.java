package uplink.billing.policy.boundary;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.catalog.boundary.Audience;

/**
 * A policy to be added, or what an existing one shall be.
 *
 * @param subject of a new one; of an existing one it stays
 * @param copyOf a policy of the same subject whose terms a new one begins with; needed for a new one
 * @param rank 1 to 9999; no two active policies of a subject have the same
 */
public record NewPolicy(
        @Nullable PolicySubject subject,
        @Nullable UUID copyOf,
        @Nullable String code,
        @Nullable String nameRu,
        @Nullable String nameEn,
        @Nullable Audience customerKind,
        @Nullable Integer rank,
        @Nullable Boolean active,
        @Nullable List<UUID> tariffIds) {}
