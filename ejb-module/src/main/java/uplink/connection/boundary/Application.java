package uplink.connection.boundary;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.AddressDetail;
import uplink.customer.boundary.NewAddress;

/**
 * Somebody wants to be connected.
 *
 * @param statusAt since when
 * @param days in this state, as the operator's calendar counts
 * @param statusNote how it was found that the network reaches the address; why it was refused
 * @param customerId who asked when signed in; who it became when installed
 * @param address as it was told
 * @param place as it was found; null before that
 * @param tariffNameRu as it is called today, as tariffNameEn
 * @param awaitsCoverage refused because there is no network there yet, and kept until there is
 * @param coverageCameAt when it was taken up again because there is a network now; null: it was not
 * @param erasedAt when the applicant was erased; nothing goes on with it after that
 * @param visit appointed or made; null before that
 * @param version for {@code If-Match}
 */
public record Application(
        UUID id,
        String number,
        ApplicationStatus status,
        Instant statusAt,
        int days,
        @Nullable String statusNote,
        ApplicationSource source,
        @Nullable UUID customerId,
        String contactName,
        @Nullable String phone,
        @Nullable String email,
        String locale,
        String address,
        @Nullable Place place,
        @Nullable UUID tariffId,
        @Nullable String tariffNameRu,
        @Nullable String tariffNameEn,
        @Nullable String comment,
        boolean awaitsCoverage,
        @Nullable Instant coverageCameAt,
        @Nullable Instant erasedAt,
        @Nullable Visit visit,
        Instant createdAt,
        int version) {

    /**
     * Where the service will be.
     *
     * @param placeId the house in the tree of places; null: not known
     */
    public record Place(
            @Nullable String region,
            String city,
            String street,
            String house,
            @Nullable String flat,
            @Nullable String entrance,
            @Nullable String floor,
            @Nullable String note,
            @Nullable UUID placeId) {

        /** In one line. */
        public String line() {
            return AddressDetail.line(city, street, house, flat);
        }

        /** As a contract asks for it. */
        public NewAddress wanted() {
            return new NewAddress(region, city, street, house, flat, entrance, floor, note, placeId);
        }

        /** The same in that house of the tree. */
        public Place in(@Nullable UUID inHouse) {
            return new Place(region, city, street, house, flat, entrance, floor, note, inHouse);
        }
    }

    /** As it was found, or else as it was told. */
    public String where() {
        return place == null ? address : place.line();
    }
}
