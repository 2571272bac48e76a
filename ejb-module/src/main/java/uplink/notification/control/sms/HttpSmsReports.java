package uplink.notification.control.sms;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uplink.shared.Json;

/** Reads what an HTTP service reports of messages that it has taken. */
@ApplicationScoped
public class HttpSmsReports {

    /** How a message ended. */
    public record Told(String reference, boolean delivered, @Nullable String why) {}

    private static final int MOST = 100;

    private final SmsReportSettings settings;

    public HttpSmsReports() {
        this(SmsReportSettings.configured());
    }

    HttpSmsReports(SmsReportSettings settings) {
        this.settings = settings;
    }

    /** Whether it is the service that calls; never without a secret in the settings. */
    public boolean isFromTheService(String secret) {
        return settings.isKnownTo(secret);
    }

    /**
     * Those that have their end, at most {@value #MOST} of one call.
     *
     * @param parameters of the address and of a form
     * @param body as it came
     */
    public List<Told> read(Map<String, String> parameters, String body) {
        List<Told> ended = new ArrayList<>();
        boolean several = settings.id().indexOf('*') >= 0;
        for (int i = 0; i < (several ? MOST : 1); i++) {
            Optional<String> reference = at(settings.id(), i, parameters, body);
            if (reference.isEmpty()) {
                break;
            }
            String status = at(settings.status(), i, parameters, body).orElse("");
            if (settings.delivered().contains(status)) {
                ended.add(new Told(reference.get(), true, null));
            } else if (settings.failed().contains(status)) {
                String why = at(settings.why(), i, parameters, body).orElse(status);
                ended.add(new Told(reference.get(), false, why));
            }
        }
        return ended;
    }

    private static Optional<String> at(String place, int no, Map<String, String> parameters, String body) {
        return place.startsWith("/")
                ? Json.at(body, place.replace("*", Integer.toString(no)))
                : Optional.ofNullable(parameters.get(place));
    }
}
