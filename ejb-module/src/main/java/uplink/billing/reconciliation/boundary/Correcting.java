package uplink.billing.reconciliation.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.billing.ledger.boundary.Adjustment;
import uplink.billing.ledger.control.HouseAccount;
import uplink.billing.reconciliation.control.DiscrepancyRows;
import uplink.billing.refund.boundary.Adjusted;
import uplink.billing.refund.boundary.Adjustments;
import uplink.billing.refund.boundary.Refund;
import uplink.billing.refund.boundary.RefundBook;
import uplink.billing.refund.boundary.RefundStatus;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/**
 * What is booked here is made to agree with the provider's register, by a correction like all others: above the threshold a
 * second person approves it. What becomes of the correction becomes of the discrepancy.
 */
@Stateless
@Allowed(Permission.PAYMENT_RECONCILE)
public class Correcting {

    private static final int LONGEST_REASON = 500;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private RefundBook refunds;

    @Inject
    private Adjustments adjustments;

    /**
     * Takes out of the books what the provider does not have ({@code payment:refund}), credits what it has more or debits
     * what it has taken back ({@code ledger:adjust}). {@code validation}; {@code not-found}; {@code invalid-state} when it was
     * decided, or for money that is not booked here: that is taken over, or it could be booked twice; {@code
     * more-than-captured} when too much of the payment has gone back already.
     */
    public Discrepancy request(UUID id, Explanation what) {
        DiscrepancyRows rows = new DiscrepancyRows(Sql.in(database));
        Discrepancy one = rows.lock(id).orElseThrow(BusinessException::notFound);
        Validation validation = new Validation();
        String reason = validation.text("reason", what.reason(), LONGEST_REASON);
        validation.done();
        if (one.status() != DiscrepancyStatus.OPEN) {
            throw Reconciliations.decided();
        }
        if (one.ours() == null) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("reconciliation.take-it-over"));
        }
        BigDecimal surplus = one.surplus();
        if (one.kind() == DiscrepancyKind.TAKEN_BACK) {
            adjust(rows, one, Objects.requireNonNull(one.theirs()).negate(), reason);
        } else if (surplus.signum() > 0) {
            reverse(rows, one, surplus, reason);
        } else {
            adjust(rows, one, surplus.negate(), reason);
        }
        return rows.one(id).orElseThrow();
    }

    /** More is booked here than the provider has. */
    private void reverse(DiscrepancyRows rows, Discrepancy one, BigDecimal amount, String reason) {
        Refund refund = refunds.reverse(Objects.requireNonNull(one.paymentId()), amount, reason);
        boolean done = refund.status() == RefundStatus.SUCCEEDED;
        rows.correct(
                one.id(), refund.id(), null, done, reason, Callers.current().userId());
    }

    /** The provider has more than is booked here, and owes it to us; or has taken it back, and the customer owes it. */
    private void adjust(DiscrepancyRows rows, Discrepancy one, BigDecimal amount, String reason) {
        Adjustment wanted = new Adjustment(amount, one.currency(), reason);
        Adjusted adjusted = adjustments.adjust(
                Objects.requireNonNull(one.customerId()), wanted, HouseAccount.clearing(one.provider()));
        UUID approval = adjusted.approvalId();
        rows.correct(
                one.id(),
                null,
                approval,
                approval == null,
                reason,
                Callers.current().userId());
    }
}
