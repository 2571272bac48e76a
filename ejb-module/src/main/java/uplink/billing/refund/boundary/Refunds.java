package uplink.billing.refund.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.billing.refund.control.RefundRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.Sql;

/**
 * Money of a payment goes back. Not one transaction but several, so it is repeatable by itself: under the same key there
 * is one refund of a payment, whichever of its steps was the last before a crash.
 */
@Stateless
@Allowed(Permission.PAYMENT_REFUND)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Refunds {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private RefundBook book;

    @Inject
    private RefundSettling settling;

    /**
     * Gives back a part of a payment or what is left of it, the way it came; above the threshold only after a second person
     * has approved it. {@code not-found}; {@code validation}; {@code invalid-state} unless the payment has succeeded;
     * {@code more-than-captured}. A provider that says nothing is no refusal: the refund is {@code unknown}, and settles
     * itself.
     *
     * @param key of the request: one refund of the payment for one key
     */
    public Refund refund(UUID payment, RefundRequest wanted, String key) {
        Refund opened = book.open(payment, wanted, key);
        if (opened.status() != RefundStatus.CREATED) {
            return opened;
        }
        Callers.run(Caller.system("refunds"), () -> settling.settle(opened.id()));
        return rows().one(opened.id()).orElseThrow();
    }

    /** What has gone back of a payment, or is on its way, oldest first; {@code not-found}. */
    @Allowed(Permission.PAYMENT_READ)
    public List<Refund> list(UUID payment) {
        if (rows().customerOf(payment).isEmpty()) {
            throw BusinessException.notFound();
        }
        return rows().of(payment);
    }

    private RefundRows rows() {
        return new RefundRows(Sql.in(database));
    }
}
