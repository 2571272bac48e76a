package uplink.web.retention;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.retention.boundary.RetentionRule;
import uplink.retention.boundary.RetentionRules;
import uplink.retention.boundary.RetentionRun;
import uplink.retention.boundary.RetentionRuns;
import uplink.web.shell.Go;
import uplink.web.shell.Rows;

/** The rules of keeping, and the nights in which they were followed. */
@Named
@ViewScoped
public class RetentionList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private RetentionRules rules;

    @Inject
    private RetentionRuns runs;

    private transient @Nullable List<RetentionRule> all;
    private final Rows<RetentionRun> rows =
            new Rows<>((first, size, column, ascending) -> runs.list(first, size), () -> runs.count());

    public void start() {
        Go.to("/retention-run?id=" + runs.start().id(), "retention.started");
    }

    public List<RetentionRule> getRules() {
        if (all == null) {
            all = rules.list();
        }
        return all;
    }

    public Rows<RetentionRun> getRows() {
        return rows;
    }

    public Instant getNext() {
        return runs.getNext();
    }
}
