package uplink.web.retention;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uplink.retention.boundary.RetentionResult;
import uplink.retention.boundary.RetentionRun;
import uplink.retention.boundary.RetentionRuns;
import uplink.web.shell.Go;

/** A night, or a run that somebody asked for: how it is getting on, and what each rule took. */
@Named
@ViewScoped
public class RetentionRunPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private RetentionRuns runs;

    private @Nullable String id;
    private transient @Nullable RetentionRun run;

    public void load() {
        getRun();
    }

    public RetentionRun getRun() {
        if (run == null) {
            run = runs.get(Go.id(id));
        }
        return run;
    }

    public void stop() {
        runs.stop(Go.id(id));
        Go.to("/retention-run?id=" + Go.id(id), "retention.stop-asked");
    }

    /** Called by the page's poll; once it is over the whole page is shown anew. */
    public void watch() {
        run = null;
        if (!isUnderWay()) {
            Go.to("/retention-run?id=" + Go.id(id));
        }
    }

    public boolean isUnderWay() {
        return getRun().finishedAt() == null;
    }

    public int percent(RetentionResult result) {
        return result.found() == 0 ? 0 : (int) (100L * result.taken() / result.found());
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
