package uplink.web.problem;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What went wrong, in words for people: not found, no permission, or an incident with its id. */
@Named
@RequestScoped
public class ErrorPage {

    private static final Set<Integer> FORESEEN = Set.of(403, 404, 503);
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private @Nullable String incident;

    /** 404, 403, 503, or 500 for everything else. */
    public String getStatus() {
        Object status = attributes().get(RequestDispatcher.ERROR_STATUS_CODE);
        return status instanceof Integer code && FORESEEN.contains(code) ? code.toString() : "500";
    }

    public boolean isUnexpected() {
        return getStatus().equals("500");
    }

    public String getIncident() {
        if (incident == null) {
            incident = fromAddress();
        }
        return incident;
    }

    private String fromAddress() {
        String given = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault("incident", "");
        if (ID.matcher(given).matches()) {
            return given;
        }
        return attributes().get(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                ? Incident.of(thrown).id().toString()
                : "";
    }

    private static Map<String, Object> attributes() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestMap();
    }
}
