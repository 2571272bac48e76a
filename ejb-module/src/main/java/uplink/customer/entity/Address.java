package uplink.customer.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.AddressDetail;

/** A place where a customer is served. A move is a new address: old papers keep the old one. */
@Entity
@Table(name = "addresses")
public class Address {

    @Id
    private UUID id;

    @Column(name = "customer_id", nullable = false)
    private UUID customerId;

    @Column
    private @Nullable String region;

    @Column(nullable = false)
    private String city;

    @Column(nullable = false)
    private String street;

    @Column(nullable = false)
    private String house;

    @Column
    private @Nullable String flat;

    @Column
    private @Nullable String entrance;

    @Column
    private @Nullable String floor;

    @Column
    private @Nullable String note;

    /** Written once here; afterwards it is the tree that knows better. */
    @Column(name = "place_id", updatable = false)
    private @Nullable UUID placeId;

    @Column(name = "place_by_hand", nullable = false, updatable = false)
    private boolean placeByHand;

    @Version
    private int version;

    protected Address() {}

    /** @param placeByHand whether somebody has said in which house it is */
    public Address(UUID customerId, AddressDetail as, boolean placeByHand) {
        this.id = as.id();
        this.customerId = customerId;
        this.region = as.region();
        this.city = as.city();
        this.street = as.street();
        this.house = as.house();
        this.flat = as.flat();
        this.entrance = as.entrance();
        this.floor = as.floor();
        this.note = as.note();
        this.placeId = as.placeId();
        this.placeByHand = placeByHand;
    }

    public UUID id() {
        return id;
    }

    public UUID customerId() {
        return customerId;
    }

    public int version() {
        return version;
    }

    public AddressDetail detail() {
        return new AddressDetail(
                id,
                region,
                city,
                street,
                house,
                flat,
                entrance,
                floor,
                note,
                placeId,
                AddressDetail.line(city, street, house, flat));
    }
}
