package uplink.billing.ledger.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.control.PeriodRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.DatabaseException;
import uplink.shared.Ids;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/** Closes the books up to a day: after that nothing is posted or issued there, by whatever road; the database refuses. */
@Stateless
@Allowed(Permission.BILLING_READ)
public class AccountingPeriods {

    private static final int LONGEST_REASON = 500;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    /** The last closed day; empty when none is. */
    public Optional<LocalDate> currentLastClosedDay() {
        return rows().closedThrough();
    }

    /** What was decided, newest first. */
    public Page<AccountingPeriod> page(PageRequest page) {
        return Page.of(rows().before(page.before(), page.limit() + 1), page.limit(), period -> period.id()
                .toString());
    }

    /** A slice for the console. */
    public List<AccountingPeriod> list(int first, int size) {
        return rows().list(first, size);
    }

    /** How many decisions there are. */
    public long count() {
        return rows().count();
    }

    /**
     * Closes the books up to that day, which has passed and is not closed yet. {@code validation}; {@code conflict} when
     * too much is being written to wait for: to be tried again.
     */
    @Allowed(Permission.PERIOD_CLOSE)
    public AccountingPeriod close(PeriodDecision decision) {
        LocalDate through = decision.closedThrough();
        Validation validation = new Validation().require("closedThrough", through);
        validation.check(
                through == null || through.isBefore(clock.today()), "closedThrough", Text.of("ledger.period-not-over"));
        validation.check(
                through == null || isAfterClosed(through), "closedThrough", Text.of("ledger.period-closed-already"));
        String reason = validation.optional("reason", decision.reason(), LONGEST_REASON);
        validation.done();
        return decide(PeriodAction.CLOSE, through, reason);
    }

    /**
     * Opens what is closed after that day again, with the reason. {@code validation}; {@code invalid-state} when nothing
     * is closed; {@code conflict} as above.
     */
    @Allowed(Permission.PERIOD_REOPEN)
    public AccountingPeriod reopen(PeriodDecision decision) {
        LocalDate closed = rows().closedThrough()
                .orElseThrow(() -> new BusinessException(ProblemType.INVALID_STATE, Text.of("ledger.period-none")));
        LocalDate through = decision.closedThrough();
        Validation validation = new Validation();
        String reason = validation.text("reason", decision.reason(), LONGEST_REASON);
        validation.check(
                through == null || through.isBefore(closed), "closedThrough", Text.of("ledger.period-not-closed"));
        validation.done();
        return decide(PeriodAction.REOPEN, through, reason);
    }

    private boolean isAfterClosed(LocalDate day) {
        return rows().closedThrough().map(day::isAfter).orElse(true);
    }

    private AccountingPeriod decide(PeriodAction action, @Nullable LocalDate through, @Nullable String reason) {
        UUID id = Ids.next();
        rows().write(id, action, through, reason, Callers.current().userId(), clock.instant());
        try {
            rows().guard(through);
        } catch (DatabaseException e) {
            if (e.sqlState().equals("55P03")) { // lock_not_available
                throw new BusinessException(ProblemType.CONFLICT, Text.of("ledger.period-busy"));
            }
            throw e;
        }
        return rows().one(id).orElseThrow();
    }

    private PeriodRows rows() {
        return new PeriodRows(Sql.in(database));
    }
}
