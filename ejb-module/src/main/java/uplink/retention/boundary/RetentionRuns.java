package uplink.retention.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.retention.control.RunRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.jobs.JobWanted;

/** The nights in which things were thrown away, and runs that people ask for. */
@Stateless
@Allowed(Permission.RETENTION_MANAGE)
public class RetentionRuns {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Event<JobWanted> wanted;

    /** Does now what the next night would do, after the answer. Refusals: {@code conflict} while a run is not over. */
    public RetentionRun start() {
        UUID id = rows().ask(Callers.current().userId(), clock.instant());
        if (id == null) {
            throw new BusinessException(ProblemType.CONFLICT, Text.of("retention.run.under-way"));
        }
        wanted.fire(new JobWanted(RetentionNights.NAME));
        return get(id);
    }

    /**
     * Nothing more is taken; what is gone is gone, and the next night goes on. Refusals: {@code not-found},
     * {@code invalid-state} when it is over.
     */
    public RetentionRun stop(UUID id) {
        get(id);
        if (!rows().stop(id, clock.instant())) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("retention.run.over"));
        }
        return get(id);
    }

    /** Refusals: {@code not-found}. */
    public RetentionRun get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /** Newest first, without what each rule did. */
    public Page<RetentionRun> page(PageRequest page) {
        return Page.of(rows().list(page.before(), 0, page.limit() + 1), page.limit(), run -> run.id()
                .toString());
    }

    /** A slice for the console, at most 100. */
    public List<RetentionRun> list(int first, int size) {
        return rows().list(null, Math.max(0, first), Math.max(1, Math.min(size, 100)));
    }

    public long count() {
        return rows().count();
    }

    /** When the next night's work begins. */
    public Instant getNext() {
        return RetentionNights.next(clock);
    }

    private RunRows rows() {
        return new RunRows(Sql.in(database));
    }
}
