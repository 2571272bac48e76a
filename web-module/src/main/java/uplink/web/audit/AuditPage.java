package uplink.web.audit;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.audit.boundary.AuditEntry;
import uplink.audit.boundary.AuditTrail;
import uplink.web.shell.Go;

/** One change: who, when, from where, and what is different since. */
@Named
@ViewScoped
public class AuditPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private AuditTrail trail;

    @Inject
    private AuditWords words;

    private @Nullable String id;
    private transient @Nullable AuditEntry entry;

    public void load() {
        getEntry();
    }

    public AuditEntry getEntry() {
        if (entry == null) {
            entry = trail.get(Go.id(id));
        }
        return entry;
    }

    public List<ChangedThing> getThings() {
        return words.things(getEntry());
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
