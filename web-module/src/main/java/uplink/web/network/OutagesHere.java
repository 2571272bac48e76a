package uplink.web.network;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uplink.network.boundary.CustomerOutage;
import uplink.network.boundary.OutageStatus;
import uplink.network.boundary.Outages;
import uplink.web.shell.Reader;

/** Outages at the addresses of the customer whose page is read. */
@Named
@RequestScoped
public class OutagesHere {

    @Inject
    private Outages outages;

    @Inject
    private Reader reader;

    private final Map<UUID, List<CustomerOutage>> asked = new HashMap<>();

    public List<CustomerOutage> of(UUID customer) {
        return asked.computeIfAbsent(customer, outages::ofCustomer);
    }

    /** Since when, and until when as far as anybody can say. */
    public String when(CustomerOutage outage) {
        String key = outage.status() == OutageStatus.PLANNED ? "outage.here-planned" : "outage.here";
        return outage.expectedEnd() == null
                ? reader.say(key, outage.address(), reader.moment(outage.since()))
                : reader.say(
                        key + "-until",
                        outage.address(),
                        reader.moment(outage.since()),
                        reader.moment(outage.expectedEnd()));
    }
}
