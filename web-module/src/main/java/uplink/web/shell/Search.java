package uplink.web.shell;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.primefaces.event.SelectEvent;
import uplink.customer.boundary.Customers;
import uplink.customer.boundary.FoundCustomer;

/** The search field of the header: a fragment of a name, contract number, phone or address. */
@Named
@RequestScoped
public class Search {

    private static final int HITS = 12;

    @Inject
    private Customers customers;

    private @Nullable String picked;

    public List<FoundCustomer> complete(String fragment) {
        return customers.search(fragment, HITS);
    }

    public void open(SelectEvent<String> chosen) throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        external.redirect(external.getRequestContextPath() + "/customer?id=" + chosen.getObject());
    }

    public @Nullable String getPicked() {
        return picked;
    }

    public void setPicked(@Nullable String picked) {
        this.picked = picked;
    }
}
