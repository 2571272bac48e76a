package uplink.customer.boundary;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The word to merge two customers. It cannot be undone.
 *
 * @param otherId who goes
 * @param fromOther the fields of which the other one's value stays; what is not named stays as it is, where there is any
 * @param contractNumber the other one's, typed once more, so that nobody merges the wrong one
 * @param keptVersion as the preview said; null: whatever it is
 * @param otherVersion as the preview said; null: whatever it is
 * @param reason how it is known that they are one, at most 300 characters; may be missing
 */
public record MergeOrder(
        UUID otherId,
        @Nullable List<MergeField> fromOther,
        @Nullable String contractNumber,
        @Nullable Integer keptVersion,
        @Nullable Integer otherVersion,
        @Nullable String reason) {}
