package uplink.notification.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import uplink.document.boundary.Documents;
import uplink.notification.control.AwaitedFiles;
import uplink.notification.control.AwaitedFiles.Awaited;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Incident;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.SystemTime;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/**
 * Makes the invoices that letters wait for, one after the other: apart from the queue of letters, which they would hold up.
 * A letter whose invoice cannot be printed goes without it at once and says where it is, for its reader has to pay by a day;
 * only while all presses are busy it waits.
 */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class InvoiceFileJob implements Job {

    private static final Logger LOG = Logger.getLogger(InvoiceFileJob.class.getName());
    private static final int AT_ONCE = 20;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private Documents documents;

    @Override
    public String name() {
        return "invoice-files";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofSeconds(5));
    }

    @Override
    public void run(Instant dueAt) {
        Instant until = SystemTime.now().plus(LONGEST);
        List<Awaited> next = files().next(AT_ONCE);
        while (!next.isEmpty() && SystemTime.now().isBefore(until)) {
            for (Awaited letter : next) {
                if (!isReady(letter)) {
                    return;
                }
                files().release(letter.message());
            }
            next = files().next(AT_ONCE);
        }
    }

    /** Whether the letter may go. */
    private boolean isReady(Awaited letter) {
        try {
            documents.ofInvoice(letter.invoice(), letter.language());
        } catch (BusinessException e) {
            if (e.type() == ProblemType.UNAVAILABLE) {
                return false;
            }
            complain(letter, e);
        } catch (RuntimeException e) {
            complain(letter, e);
        }
        return true;
    }

    private static void complain(Awaited letter, RuntimeException why) {
        LOG.log(
                Level.WARNING,
                Incident.of(why) + ": letter " + letter.message() + " goes without its invoice " + letter.invoice(),
                why);
    }

    private AwaitedFiles files() {
        return new AwaitedFiles(Sql.in(database));
    }
}
