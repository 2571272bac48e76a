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

/** The second person: refunds and corrections by hand above the threshold are done only once somebody else approves. */
@Stateless
@Allowed(Permission.APPROVAL_DECIDE)
public class Approvals {

    private static final int LONGEST_NOTE = 500;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private RefundBook refunds;

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
     * Has it done: an adjustment is posted today, a refund goes back the way it came. {@code not-found}; {@code
     * invalid-state} when it is decided already; {@code forbidden} for who has asked for it.
     */
    public Approval approve(UUID id, Decision decision) {
        Validation validation = new Validation();
        String note = validation.optional("note", decision.note(), LONGEST_NOTE);
        validation.done();
        Asked asked = lock(id);
        if (asked.kind() == ApprovalKind.REFUND) {
            decide(asked, ApprovalStatus.APPROVED, note, null);
            refunds.release(refundOf(asked));
        } else {
            UUID transfer = ledger.post(asked.customerId(), asked.amount(), asked.reason(), asked.askedBy());
            decide(asked, ApprovalStatus.APPROVED, note, transfer);
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
            refunds.refuse(refundOf(asked), note);
        }
        return get(id);
    }

    /** Above that sum a second person is needed. */
    @Allowed({Permission.APPROVAL_DECIDE, Permission.APPROVAL_SET})
    public ApprovalThreshold currentThreshold() {
        return new ApprovalThreshold(Threshold.of(Sql.in(database)), Settings.currency());
    }

    /** Moves the threshold; what waits already goes on waiting. {@code validation}. */
    @Allowed(Permission.APPROVAL_SET)
    public ApprovalThreshold setThreshold(ApprovalThreshold wanted) {
        BigDecimal above = wanted.above();
        Validation validation = new Validation().require("above", above);
        validation.check(
                above == null || (above.signum() >= 0 && Money.isInRange(above)),
                "above",
                Text.of("shared.money.range"));
        validation.check(
                wanted.currency() == null || wanted.currency().equals(Settings.currency()),
                "currency",
                Text.of("ledger.other-currency", Settings.currency()));
        validation.done();
        Threshold.set(Sql.in(database), Money.of(above, Settings.currency()).amount());
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

    private static UUID refundOf(Asked asked) {
        UUID refund = asked.refundId();
        if (refund == null) {
            throw new IllegalStateException("approval " + asked.id() + " is about no refund");
        }
        return refund;
    }

    private ApprovalRows rows() {
        return new ApprovalRows(Sql.in(database));
    }
}
