package uplink.web.problem;

import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import uplink.shared.Ids;

/** An unexpected error: the same id stands in the log and on the page that the operator sees. */
public record Incident(UUID id) {

    private static final Logger LOG = Logger.getLogger(Incident.class.getName());

    static Incident of(Throwable thrown) {
        Incident incident = new Incident(Ids.next());
        LOG.log(Level.SEVERE, thrown, () -> "incident " + incident.id());
        return incident;
    }
}
