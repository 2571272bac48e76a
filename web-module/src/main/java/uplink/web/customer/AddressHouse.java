package uplink.web.customer;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.Houses;
import uplink.address.boundary.Places;
import uplink.customer.boundary.AddressDetail;
import uplink.customer.boundary.ContractDetail;
import uplink.customer.boundary.CustomerDetail;
import uplink.shared.BusinessException;
import uplink.shared.Text;
import uplink.web.shell.Go;

/** In which house of the tree an address of a customer is, where its words did not say or said wrong. */
@Named
@RequestScoped
public class AddressHouse {

    @Inject
    private Houses houses;

    @Inject
    private Places places;

    private @Nullable UUID address;
    private @Nullable String picked;
    private boolean none;

    /** Those of the contracts, each once. */
    public List<AddressDetail> of(CustomerDetail customer) {
        return customer.contracts().stream()
                .map(ContractDetail::address)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** A house as the tree has it. */
    public String line(UUID house) {
        return places.get(house).line();
    }

    public void place(UUID customer) {
        houses.place(Go.given(address), none ? null : chosen());
        Go.to("/customer?id=" + customer + "&tab=contracts", "address.placed");
    }

    private UUID chosen() {
        try {
            return UUID.fromString(picked == null ? "" : picked);
        } catch (IllegalArgumentException e) {
            throw BusinessException.invalid("placeId", Text.of("address.house.unknown"));
        }
    }

    public @Nullable UUID getAddress() {
        return address;
    }

    public void setAddress(@Nullable UUID address) {
        this.address = address;
    }

    public @Nullable String getPicked() {
        return picked;
    }

    public void setPicked(@Nullable String picked) {
        this.picked = picked;
    }

    public boolean isNone() {
        return none;
    }

    public void setNone(boolean none) {
        this.none = none;
    }
}
