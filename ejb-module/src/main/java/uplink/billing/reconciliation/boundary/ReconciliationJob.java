package uplink.billing.reconciliation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.control.PaymentProvider;
import uplink.billing.payment.control.Providers;
import uplink.billing.payment.control.RegisterPage;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Permission;
import uplink.shared.SystemTime;
import uplink.shared.jobs.Job;
import uplink.shared.jobs.Schedule;

/**
 * Reads every provider's register of each day that has ended two hours ago, and catches up with days that were missed.
 * Providers live by real time, so these days are real ones, whatever business time says. A day counts as read once its
 * last page was; a register that cannot be read is tried again at the next hour.
 */
@ApplicationScoped
@Allowed(Permission.SYSTEM)
public class ReconciliationJob implements Job {

    private static final Logger LOG = Logger.getLogger(ReconciliationJob.class.getName());
    private static final Duration SETTLES = Duration.ofHours(2);
    /** Clocks differ: what we made just before midnight may be there just after it. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private static final int MOST_PAGES = 10_000;

    @Inject
    private RegisterBook book;

    @Inject
    private Providers providers;

    @Inject
    private BusinessClock clock;

    @Override
    public String name() {
        return "reconciliation";
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1));
    }

    @Override
    public void run(Instant dueAt) {
        reconcile(SystemTime.now());
    }

    /** All days that have ended, seen from that moment. */
    public void reconcile(Instant now) {
        ZoneId zone = clock.getZone();
        LocalDate today = LocalDate.ofInstant(now.minus(SETTLES), zone);
        for (PaymentProvider provider : providers.all()) {
            Optional<LocalDate> last = book.last(provider.code(), zone);
            last.ifPresent(day -> catchUp(provider, day.plusDays(1), today, zone));
        }
    }

    private void catchUp(PaymentProvider provider, LocalDate first, LocalDate today, ZoneId zone) {
        for (LocalDate day = first; day.isBefore(today); day = day.plusDays(1)) {
            Instant from = day.atStartOfDay(zone).toInstant();
            Instant to = day.plusDays(1).atStartOfDay(zone).toInstant();
            String failure = read(provider, from.minus(MARGIN), to.plus(MARGIN));
            if (failure != null) {
                LOG.warning("the register of " + provider.code() + " for " + day + " cannot be read: " + failure);
                return;
            }
            book.compare(provider.code(), day, from, to);
        }
    }

    /** Null when it was read to its end. */
    private @Nullable String read(PaymentProvider provider, Instant from, Instant to) {
        String cursor = null;
        for (int i = 0; i < MOST_PAGES; i++) {
            RegisterPage page = provider.register(from, to, cursor);
            if (page.failure() != null) {
                return page.failure();
            }
            book.keep(provider.code(), page);
            cursor = page.next();
            if (cursor == null) {
                return null;
            }
        }
        return "it has no end";
    }
}
