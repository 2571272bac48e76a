package uplink.connection.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.NewAddress;

/**
 * The network reaches an address.
 *
 * @param address as it is going to stand in the contract
 * @param note how that was found
 * @param tariffId the one agreed on; null: as it was wanted
 */
public record Feasible(NewAddress address, @Nullable String note, @Nullable UUID tariffId) {}
