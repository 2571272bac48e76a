package uplink.web.customer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import uplink.address.boundary.FoundPlace;
import uplink.address.boundary.Places;
import uplink.web.shell.Go;

/** Places of the tree for forms that ask for an address. */
@Named
@ApplicationScoped
public class PlaceChoice {

    private static final int HITS = 15;

    @Inject
    private Places places;

    public List<FoundPlace> complete(String typed) {
        return places.search(typed, HITS);
    }

    /** Writes what was chosen into the fields of the address. */
    public void fill(AddressFields fields) {
        fields.choose(places.listPath(Go.id(fields.getPicked())));
    }
}
