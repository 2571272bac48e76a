package uplink.api.customer;

import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.OwnErasure;

/** @param erasure null: the customer has not asked to be erased */
public record OwnErasureState(@Nullable OwnErasure erasure) {}
