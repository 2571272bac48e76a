package uplink.web.customer;

import java.io.Serializable;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.NewAddress;

/** The fields of an address, for every form that asks for one; see the tag {@code u:address}. */
public class AddressFields implements Serializable {

    private static final long serialVersionUID = 1L;

    private @Nullable String city;
    private @Nullable String street;
    private @Nullable String house;
    private @Nullable String flat;

    /** What was typed, to be refused where something is missing. */
    public NewAddress address() {
        return new NewAddress(null, city, street, house, flat, null, null, null);
    }

    /** The same; null where nothing was typed at all. */
    @Nullable
    NewAddress ifAny() {
        return Stream.of(city, street, house, flat).anyMatch(Objects::nonNull) ? address() : null;
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
