package uplink.customer.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A hit of the global search. */
public record FoundCustomer(
        UUID id, String fullName, String contractNumber, @Nullable String phone, @Nullable String address) {}
