package uplink.web.connection;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uplink.connection.boundary.Ageing;
import uplink.connection.boundary.Application;
import uplink.connection.boundary.ApplicationStatus;
import uplink.connection.boundary.Applications;

/** How long applications have been in their states, and whether that is too long. */
@Named
@RequestScoped
public class ApplicationAge {

    @Inject
    private Applications applications;

    private @Nullable Map<ApplicationStatus, Ageing> terms;

    /** A badge's tone; what is decided does not age. */
    public String tone(Application application) {
        Ageing term = terms().get(application.status());
        if (term == null || application.days() < term.warnDays()) {
            return "plain";
        }
        return application.days() < term.lateDays() ? "warn" : "bad";
    }

    /** So that colour is not the only sign. */
    public String icon(Application application) {
        return switch (tone(application)) {
            case "warn" -> "pi-exclamation-circle";
            case "bad" -> "pi-exclamation-triangle";
            default -> "pi-clock";
        };
    }

    private Map<ApplicationStatus, Ageing> terms() {
        if (terms == null) {
            Map<ApplicationStatus, Ageing> read = new EnumMap<>(ApplicationStatus.class);
            applications.listAgeing().forEach(term -> read.put(term.status(), term));
            terms = read;
        }
        return terms;
    }
}
