package uplink.web.customer;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.Place;
import uplink.address.boundary.PlaceParts;
import uplink.customer.boundary.NewAddress;

/** The fields of an address, for every form that asks for one; see the tag {@code u:address}. */
public class AddressFields implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable String city;
    private @Nullable String street;
    private @Nullable String house;
    private @Nullable String flat;
    private @Nullable String region;
    private @Nullable String picked;
    private @Nullable UUID placeId;
    private @Nullable String chosen;

    /** What was typed, to be refused where something is missing; in the house that was chosen, if nobody has changed it since. */
    public NewAddress address() {
        boolean kept = written().equals(chosen);
        return new NewAddress(kept ? region : null, city, street, house, flat, null, null, null, kept ? placeId : null);
    }

    /** An address that is known. */
    public void take(NewAddress known) {
        region = known.region();
        city = known.city();
        street = known.street();
        house = known.house();
        flat = known.flat();
        placeId = known.placeId();
        chosen = written();
    }

    /** A place of the tree as its parts, the largest first. */
    public void choose(List<Place> path) {
        PlaceParts parts = PlaceParts.of(path);
        region = parts.region();
        city = parts.city();
        street = parts.street();
        house = parts.house();
        placeId = house == null ? null : path.get(path.size() - 1).id();
        chosen = written();
        picked = null;
    }

    private String written() {
        return city + "\n" + street + "\n" + house;
    }

    /** The same; null where nothing was typed at all. */
    @Nullable
    NewAddress ifAny() {
        return Stream.of(city, street, house, flat).anyMatch(Objects::nonNull) ? address() : null;
    }

    /** What is in the field that finds places: the id of one that was chosen, or any text. */
    public @Nullable String getPicked() {
        return picked;
    }

    public void setPicked(@Nullable String picked) {
        this.picked = picked;
    }

    public @Nullable String getCity() {
        return city;
    }

    public void setCity(@Nullable String city) {
        this.city = city;
    }

    public @Nullable String getStreet() {
        return street;
    }

    public void setStreet(@Nullable String street) {
        this.street = street;
    }

    public @Nullable String getHouse() {
        return house;
    }

    public void setHouse(@Nullable String house) {
        this.house = house;
    }

    public @Nullable String getFlat() {
        return flat;
    }

    public void setFlat(@Nullable String flat) {
        this.flat = flat;
    }
}
