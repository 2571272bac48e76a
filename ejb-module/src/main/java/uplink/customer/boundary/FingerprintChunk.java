package uplink.customer.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Some documents of identity that were looked at for their fingerprints.
 *
 * @param last the last one; null: none was left
 * @param made how many have one now
 * @param closed how many did not open with this installation's key
 */
public record FingerprintChunk(@Nullable UUID last, int made, int closed) {}
