package uplink.shared.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.shared.BusinessClock;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.events.Relay;

/** The timers of the whole product: they only ask whether anything is due. Each job runs on a thread of its own. */
@Startup
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Jobs {

    private static final Logger LOG = Logger.getLogger(Jobs.class.getName());

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Resource
    private ManagedExecutorService threads;

    @Inject
    private BusinessClock clock;

    @Inject
    private Relay relay;

    @Inject
    @Any
    private Instance<Job> jobs;

    private DueJobs due;
    private WantedJobs wanted;

    @PostConstruct
    void introduceJobs() {
        due = new DueJobs(database, clock);
        wanted = new WantedJobs(due);
        asTimer(() -> jobs.forEach(due::introduce));
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void tick() {
        due.renewLeases();
        start().forEach(run -> run.exceptionally(Jobs::log));
    }

    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    void wakeRelay() {
        relay.wake();
    }

    /** Runs a job that has just been given work; never blocks the one who gave it. */
    public void afterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) JobWanted work) {
        CompletableFuture.runAsync(() -> asTimer(() -> runNow(work.job())), threads)
                .exceptionally(Jobs::log);
    }

    private void runNow(String name) {
        jobs.stream().filter(job -> job.name().equals(name)).forEach(wanted::run);
    }

    /**
     * Runs everything that is due now, one after the other in the order it was due, and comes back when it is done. For
     * the test clock, after its transaction.
     */
    public void runDue() {
        asTimer(() -> jobs.stream()
                .sorted(Comparator.comparing(job -> job.schedule().lastDue(clock)))
                .forEach(due::runIfDue));
    }

    private List<CompletableFuture<Void>> start() {
        return jobs.stream()
                .map(job -> CompletableFuture.runAsync(() -> asTimer(() -> due.runIfDue(job)), threads))
                .toList();
    }

    /** A job's name and schedule are behind the same permission as its work. */
    private static void asTimer(Runnable work) {
        Callers.run(Caller.system("timer"), work);
    }

    private static @Nullable Void log(Throwable failure) {
        LOG.log(Level.WARNING, "no timer could be looked at", failure);
        return null;
    }
}
