package uplink.web.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uplink.shared.Coded;

/** How a state looks: a tone and an icon beside the word, so that colour is never the only sign. */
@Named
@ApplicationScoped
public class Badge {

    private static final Map<String, String> TONES = Map.ofEntries(
            Map.entry("active", "good"),
            Map.entry("paid", "good"),
            Map.entry("succeeded", "good"),
            Map.entry("matched", "good"),
            Map.entry("done", "good"),
            Map.entry("sent", "info"),
            Map.entry("connected", "good"),
            Map.entry("disconnected", "bad"),
            Map.entry("paused", "warn"),
            Map.entry("completed", "good"),
            Map.entry("approved", "good"),
            Map.entry("on", "good"),
            Map.entry("signing", "good"),
            Map.entry("invited", "info"),
            Map.entry("new", "info"),
            Map.entry("feasible", "warn"),
            Map.entry("scheduled", "info"),
            Map.entry("installed", "good"),
            Map.entry("yes", "good"),
            Map.entry("no", "bad"),
            Map.entry("missing", "warn"),
            Map.entry("pending", "warn"),
            Map.entry("created", "warn"),
            Map.entry("open", "warn"),
            Map.entry("settled", "good"),
            Map.entry("explained", "plain"),
            Map.entry("requested", "info"),
            Map.entry("queued", "info"),
            Map.entry("running", "info"),
            Map.entry("preview", "info"),
            Map.entry("commit", "plain"),
            Map.entry("waiting", "warn"),
            Map.entry("replayed", "good"),
            Map.entry("stopping", "warn"),
            Map.entry("stopped", "warn"),
            Map.entry("frozen", "info"),
            Map.entry("suspended", "warn"),
            Map.entry("unknown", "warn"),
            Map.entry("up", "warn"),
            Map.entry("down", "warn"),
            Map.entry("zero", "info"),
            Map.entry("credit", "info"),
            Map.entry("overdue", "bad"),
            Map.entry("failed", "bad"),
            Map.entry("refused", "bad"),
            Map.entry("planned", "info"),
            Map.entry("available", "good"),
            Map.entry("stock", "good"),
            Map.entry("crew", "info"),
            Map.entry("customer", "info"),
            Map.entry("repair", "warn"),
            Map.entry("written-off", "plain"),
            Map.entry("current", "bad"),
            Map.entry("late", "warn"),
            Map.entry("delivered", "good"),
            Map.entry("dead", "bad"),
            Map.entry("working", "good"),
            Map.entry("failing", "warn"),
            Map.entry("resting", "bad"),
            Map.entry("strong", "warn"),
            Map.entry("likely", "info"),
            Map.entry("ready", "info"),
            Map.entry("undoing", "warn"),
            Map.entry("kept", "warn"),
            Map.entry("quarantine", "bad"));

    private static final Map<String, String> ICONS = Map.of(
            "good", "pi-check-circle",
            "warn", "pi-exclamation-circle",
            "info", "pi-info-circle",
            "bad", "pi-times-circle",
            "plain", "pi-circle");

    public String tone(@Nullable Object state) {
        return TONES.getOrDefault(code(state), "plain");
    }

    public String icon(@Nullable Object state) {
        return switch (code(state)) {
            case "running", "stopping", "undoing" -> "pi-sync";
            case "queued", "pending", "created" -> "pi-clock";
            case "new" -> "pi-inbox";
            case "scheduled" -> "pi-calendar";
            case "frozen", "suspended", "stopped" -> "pi-pause";
            case "cancelled", "closed", "terminated" -> "pi-ban";
            case "preview" -> "pi-eye";
            case "commit" -> "pi-file-check";
            case "up" -> "pi-arrow-up";
            case "down" -> "pi-arrow-down";
            default -> ICONS.getOrDefault(tone(state), "pi-circle");
        };
    }

    /** The fixed word of an enum, or the text itself. */
    public String code(@Nullable Object state) {
        return state instanceof Coded coded ? coded.code() : String.valueOf(state);
    }
}
