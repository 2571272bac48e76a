package uplink.connection.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer asks for at another address, or once more at the same. Who it is, is known.
 *
 * @param address in the customer's own words, at most 500 characters
 * @param comment at most 1,000 characters
 */
public record OwnApplication(String address, @Nullable UUID tariffId, @Nullable String comment) {}
