package uplink.network.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody without service.
 *
 * @param address one of theirs that is affected
 * @param services how many are affected
 */
public record AffectedCustomer(
        UUID id, String fullName, String contractNumber, @Nullable String phone, String address, int services) {}
