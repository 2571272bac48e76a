package uplink.billing.refund.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.boundary.Ledger;
import uplink.billing.ledger.control.Posting;
import uplink.billing.refund.control.ApprovalRows;
import uplink.billing.refund.control.ApprovalRows.Asked;
import uplink.billing.refund.control.Threshold;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Money;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Settings;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/** The second person: refunds, pay-outs and corrections above the threshold are done only once somebody else approves. */
@Stateless
@Allowed(Permission.APPROVAL_DECIDE)
public class Approvals {

    private static final int LONGEST_NOTE = 500;
    private static final int LONGEST_WINDOW = 8760;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private RefundBook refunds;

    @Inject
    private Payouts payouts;

    @Inject
    private Ledger ledger;

    /** What waits, was approved or refused; newest first. */
    public Page<Approval> page(@Nullable ApprovalStatus status, PageRequest page) {
        return Page.of(rows().before(status, page.before(), page.limit() + 1), page.limit(), approval -> approval.id()
                .toString());
    }

    /** A slice for the console. */
    public List<Approval> list(ApprovalQuery query) {
        return rows().list(query);
    }

    /** How many the query has in all. */
    public long count(ApprovalQuery query) {
        return rows().count(query);
    }

    /** One of them; {@code not-found}. */
    public Approval get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /**
     * Has it done: an adjustment or a pay-out is posted today, a refund goes back the way it came. {@code not-found};
     * {@code invalid-state} when it is decided already, or corrects what a register tells otherwise by now; {@code forbidden}
     * for who has asked for it; {@code insufficient-funds} when what is to be paid out is not free any more.
     */
    public Approval approve(UUID id, Decision decision) {
        Validation validation = new Validation();
        String note = validation.optional("note", decision.note(), LONGEST_NOTE);
        validation.done();
        Asked asked = lock(id);
        if (rows().isOvertaken(id)) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("refund.overtaken"));
        }
        UUID transfer = asked.kind() == ApprovalKind.ADJUSTMENT
                ? ledger.post(asked.customerId(), asked.house(), asked.amount(), asked.reason(), asked.askedBy())
                : null;
        decide(asked, ApprovalStatus.APPROVED, note, transfer);
        if (asked.kind() == ApprovalKind.REFUND) {
            refunds.release(of(asked, asked.refundId()));
        } else if (asked.kind() == ApprovalKind.PAYOUT) {
            payouts.release(of(asked, asked.payoutId()));
        }
        return get(id);
    }

    /**
     * It will not be done. {@code not-found}; {@code validation} without a reason; {@code invalid-state} when it is decided
     * already; {@code forbidden} for who has asked for it.
     */
    public Approval refuse(UUID id, Decision decision) {
        Validation validation = new Validation();
        String note = validation.text("note", decision.note(), LONGEST_NOTE);
        validation.done();
        Asked asked = lock(id);
        decide(asked, ApprovalStatus.REFUSED, note, null);
        if (asked.kind() == ApprovalKind.REFUND) {
            refunds.refuse(of(asked, asked.refundId()), note);
        } else if (asked.kind() == ApprovalKind.PAYOUT) {
            payouts.refuse(of(asked, asked.payoutId()));
        }
        return get(id);
    }

    /** Above that sum a second person is needed. */
    @Allowed({Permission.APPROVAL_DECIDE, Permission.APPROVAL_SET})
    public ApprovalThreshold currentThreshold() {
        Sql sql = Sql.in(database);
        return new ApprovalThreshold(Threshold.of(sql), Threshold.hours(sql), Settings.currency());
    }

    /** Moves the threshold; what waits already goes on waiting. {@code validation}. */
    @Allowed(Permission.APPROVAL_SET)
    public ApprovalThreshold setThreshold(ApprovalThreshold wanted) {
        BigDecimal above = wanted.above();
        Integer hours = wanted.withinHours();
        Validation validation = new Validation().require("above", above);
        validation.check(
                above == null || (above.signum() >= 0 && Money.isInRange(above)),
                "above",
                Text.of("shared.money.range"));
        validation.check(
                wanted.currency() == null || wanted.currency().equals(Settings.currency()),
                "currency",
                Text.of("ledger.other-currency", Settings.currency()));
        validation.check(
                hours == null || (hours >= 0 && hours <= LONGEST_WINDOW),
                "withinHours",
                Text.of("refund.within-hours", LONGEST_WINDOW));
        validation.done();
        Threshold.set(Sql.in(database), Money.of(above, Settings.currency()).amount());
        if (hours != null) {
            Threshold.setHours(Sql.in(database), hours);
        }
        return currentThreshold();
    }

    /** The customer first, as everywhere. */
    private Asked lock(UUID id) {
        Posting.hold(Sql.in(database), rows().customerOf(id).orElseThrow(BusinessException::notFound));
        Asked asked = rows().lock(id);
        if (asked.status() != ApprovalStatus.WAITING) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("refund.decided"));
        }
        if (asked.askedBy().equals(Callers.current().userId())) {
            throw new BusinessException(ProblemType.FORBIDDEN, Text.of("refund.own"));
        }
        return asked;
    }

    private void decide(Asked asked, ApprovalStatus status, @Nullable String note, @Nullable UUID transfer) {
        rows().decide(asked.id(), status, note, transfer, Callers.current().userId(), clock.instant());
    }

    private static UUID of(Asked asked, @Nullable UUID about) {
        if (about == null) {
            throw new IllegalStateException("approval " + asked.id() + " is about nothing");
        }
        return about;
    }

    private ApprovalRows rows() {
        return new ApprovalRows(Sql.in(database));
    }
}
