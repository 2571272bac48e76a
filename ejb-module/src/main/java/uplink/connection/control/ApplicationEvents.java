package uplink.connection.control;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.Application;
import uplink.shared.Event;
import uplink.shared.Outbox;

/** What is announced of applications: ids and values only, nothing that tells who somebody is. */
public final class ApplicationEvents {

    public static final String CREATED = "customer.application.created";
    public static final String FEASIBLE = "customer.application.feasible";
    public static final String SCHEDULED = "customer.application.scheduled";
    public static final String CALLED_OFF = "customer.application.called-off";
    public static final String INSTALLED = "customer.application.installed";
    public static final String REFUSED = "customer.application.refused";
    public static final String REOPENED = "customer.application.reopened";

    private final Outbox outbox;
    private final Instant at;

    public ApplicationEvents(Outbox outbox, Instant at) {
        this.outbox = outbox;
        this.at = at;
    }

    /** Somebody has applied. */
    public void created(UUID id, String number, ApplicationRules.Draft draft) {
        Map<String, Object> data = new HashMap<>();
        data.put("source", draft.source().code());
        put(data, "tariffId", draft.tariff());
        announce(CREATED, id, number, draft.customer(), data);
    }

    /** It went on, with what there is to say about that. */
    public void moved(String type, Application application, Map<String, Object> more) {
        announce(type, application.id(), application.number(), application.customerId(), new HashMap<>(more));
    }

    private void announce(String type, UUID id, String number, @Nullable UUID customer, Map<String, Object> data) {
        data.put("applicationId", id.toString());
        data.put("number", number);
        put(data, "customerId", customer);
        outbox.announce(Event.of(type, "/connection", id, data, at));
    }

    private static void put(Map<String, Object> data, String name, @Nullable UUID id) {
        if (id != null) {
            data.put(name, id.toString());
        }
    }
}
