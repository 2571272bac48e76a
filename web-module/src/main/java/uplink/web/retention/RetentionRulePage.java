package uplink.web.retention;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.retention.boundary.RetentionChange;
import uplink.retention.boundary.RetentionEdit;
import uplink.retention.boundary.RetentionPreview;
import uplink.retention.boundary.RetentionRule;
import uplink.retention.boundary.RetentionRules;
import uplink.web.shell.Go;
import uplink.web.shell.Reader;

/** A rule of keeping: changed, rehearsed with what is typed, and who changed it before. */
@Named
@ViewScoped
public class RetentionRulePage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private RetentionRules rules;

    @Inject
    private Reader reader;

    private @Nullable String of;
    private @Nullable Integer version;
    private boolean enabled;
    private @Nullable Integer keep;
    private @Nullable Integer perNight;
    private @Nullable String reason;
    private transient @Nullable RetentionRule rule;
    private transient @Nullable List<RetentionEdit> history;
    private transient @Nullable RetentionPreview preview;

    public void load() {
        version = getRule().version();
        enabled = getRule().enabled();
        keep = getRule().keep();
        perNight = getRule().perNight();
        reason = getRule().reason();
    }

    public void save() {
        rules.update(key(), version, new RetentionChange(enabled, keep, perNight, reason == null ? "" : reason));
        Go.to("/retention-rule?of=" + getRule().code(), "retention.saved");
    }

    /** With what is typed; nothing is saved. */
    public void rehearse() {
        preview = rules.preview(key(), keep);
    }

    public RetentionRule getRule() {
        if (rule == null) {
            rule = rules.get(key());
        }
        return rule;
    }

    public List<RetentionEdit> getHistory() {
        if (history == null) {
            history = rules.history(key());
        }
        return history;
    }

    public @Nullable RetentionPreview getPreview() {
        return preview;
    }

    /** A value of the history: as the form would show it. */
    public String value(String kept) {
        return switch (kept) {
            case "" -> "—";
            case "true", "false" -> reader.say("action." + (kept.equals("true") ? "yes" : "no"));
            default -> kept;
        };
    }

    private String key() {
        return of == null ? "" : of;
    }

    public @Nullable String getOf() {
        return of;
    }

    public void setOf(@Nullable String of) {
        this.of = of;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public @Nullable Integer getKeep() {
        return keep;
    }

    public void setKeep(@Nullable Integer keep) {
        this.keep = keep;
    }

    public @Nullable Integer getPerNight() {
        return perNight;
    }

    public void setPerNight(@Nullable Integer perNight) {
        this.perNight = perNight;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }
}
