package uplink.web.message;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import uplink.notification.boundary.InvoiceEnclosures;
import uplink.web.shell.Go;

/** Whether the letters about new invoices carry them, of the customer whose page is shown. */
@Named
@RequestScoped
public class InvoiceEnclosure {

    @Inject
    private InvoiceEnclosures enclosures;

    public boolean wanted(UUID customer) {
        return enclosures.isWanted(customer);
    }

    /** The other way round. */
    public void turn(UUID customer) {
        boolean wanted = !enclosures.isWanted(customer);
        enclosures.want(customer, wanted);
        Go.to("/customer?id=" + customer + "&tab=messages", wanted ? "enclosure.on" : "enclosure.off");
    }
}
