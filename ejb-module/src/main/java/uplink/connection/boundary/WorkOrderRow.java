package uplink.connection.boundary;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit, as the crew has to know it.
 *
 * @param number of the application
 * @param address where the service will be
 * @param entrance and the floor, as they were told
 * @param addressNote how to get in
 * @param placeId the house in the tree of places; null: not known
 * @param bring what the crew takes along
 * @param note what the crew has to say; why it was called off
 * @param version for {@code If-Match}
 */
public record WorkOrderRow(
        UUID id,
        UUID applicationId,
        String number,
        WorkOrderStatus status,
        Visit visit,
        String contactName,
        @Nullable String phone,
        String address,
        @Nullable String entrance,
        @Nullable String floor,
        @Nullable String addressNote,
        @Nullable UUID placeId,
        @Nullable UUID tariffId,
        @Nullable String tariffNameRu,
        @Nullable String tariffNameEn,
        @Nullable String comment,
        @Nullable String bring,
        @Nullable String note,
        @Nullable Instant closedAt,
        int version) {}
