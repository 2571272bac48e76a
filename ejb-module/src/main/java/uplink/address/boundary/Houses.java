package uplink.address.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.address.control.AddressLinks;
import uplink.address.control.PlaceFinder;
import uplink.address.control.PlaceRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Text;

/** In which house of the tree an address is. */
@Stateless
@Allowed(Permission.ADDRESS_READ)
public class Houses {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    /** The one house that an address means; empty where none or several fit. Tells nothing about anybody. */
    @Allowed(Permission.ANYONE)
    public Optional<UUID> find(String city, String street, String house) {
        return new PlaceFinder(sql())
                .find(city, street, house)
                .filter(PlaceFinder.Found::whole)
                .map(PlaceFinder.Found::id);
    }

    /** The house of that id, or the one that it turned out to be. Refusals: {@code validation}. */
    @Allowed(Permission.ANYONE)
    public UUID require(UUID id) {
        return new PlaceRows(sql())
                .lasting(id)
                .filter(place -> place.active() && place.kind() == PlaceKind.HOUSE)
                .map(Place::id)
                .orElseThrow(() -> BusinessException.invalid("placeId", Text.of("address.house.unknown")));
    }

    /**
     * Says in which house an address of a customer is; nobody looks for another one afterwards. Refusals: {@code not-found},
     * {@code validation} unless it is a house.
     *
     * @param place null: in none of the tree
     */
    @Allowed(Permission.CUSTOMER_WRITE)
    public void place(UUID address, @Nullable UUID place) {
        if (!new AddressLinks(sql()).place(address, place == null ? null : require(place))) {
            throw BusinessException.notFound();
        }
    }

    /**
     * Looks for the houses of the next addresses that are in none.
     *
     * @param after the last address of the batch before; null: from the first on
     * @return the last address of this batch; empty at the end
     */
    @Allowed(Permission.SYSTEM)
    public Optional<UUID> link(@Nullable UUID after) {
        return new AddressLinks(sql()).link(after);
    }

    private Sql sql() {
        return Sql.in(database);
    }
}
