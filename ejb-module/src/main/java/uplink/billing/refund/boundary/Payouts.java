package uplink.billing.refund.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.control.Posting;
import uplink.billing.refund.control.ApprovalRows;
import uplink.billing.refund.control.CreditOut;
import uplink.billing.refund.control.FreeCredits;
import uplink.billing.refund.control.PayoutRows;
import uplink.billing.refund.control.PayoutRules;
import uplink.billing.refund.control.Threshold;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Outbox;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.Sql;

/**
 * A customer's credit is paid out, in cash or to an account at a bank: when a contract ends, or whenever it is asked for.
 * The customer is locked first, so whatever else takes credit at the same moment comes before or after it.
 */
@Stateless
@Allowed(Permission.PAYMENT_REFUND)
public class Payouts {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /** What can be paid out now; {@code not-found}. */
    @Allowed(Permission.PAYMENT_READ)
    public FreeCredit currentFree(UUID customer) {
        return FreeCredits.of(Sql.in(database), customer).orElseThrow(BusinessException::notFound);
    }

    /**
     * Pays out what is free, or a part of it: booked today, or above the threshold, with what went out for the customer
     * lately, once a second person has approved it.
     * Under the same key there is one pay-out of a customer. {@code not-found}; {@code validation}, an account whose check
     * digit is wrong included; {@code insufficient-funds} for more than is free.
     *
     * @param key of the request
     */
    public Payout pay(UUID customer, PayoutRequest wanted, String key) {
        Sql sql = Sql.in(database);
        Posting.hold(sql, customer);
        UUID payout = rows().underKey(customer, key).orElseGet(() -> create(sql, customer, wanted, key));
        return get(payout);
    }

    private UUID create(Sql sql, UUID customer, PayoutRequest wanted, String key) {
        FreeCredit free = currentFree(customer);
        PayoutRequest checked = PayoutRules.check(wanted, free);
        BigDecimal beside = Threshold.beside(sql, customer, clock.instant());
        boolean waits =
                Threshold.isPassed(sql, Objects.requireNonNull(checked.amount()).add(beside));
        UUID by = given(Callers.current().userId());
        PayoutStatus status = waits ? PayoutStatus.WAITING : PayoutStatus.PAID;
        UUID payout = rows().write(customer, checked, status, key, by, clock.instant());
        if (waits) {
            new ApprovalRows(sql).askFor(rows().lock(payout), beside, clock.instant());
        } else {
            book(sql, rows().lock(payout));
        }
        return payout;
    }

    /**
     * The second person has approved it: booked now. {@code insufficient-funds} when so much is not free any more. The
     * customer is locked.
     */
    @Allowed(Permission.APPROVAL_DECIDE)
    public void release(UUID payout) {
        Sql sql = Sql.in(database);
        PayoutRows.Out out = rows().lock(payout);
        rows().decide(payout, PayoutStatus.PAID, clock.instant());
        FreeCredit free = currentFree(out.customerId());
        if (free.amount().compareTo(out.amount()) < 0) {
            throw PayoutRules.tooMuch(free);
        }
        book(sql, out);
    }

    /** The second person has refused it. */
    @Allowed(Permission.APPROVAL_DECIDE)
    public void refuse(UUID payout) {
        rows().decide(payout, PayoutStatus.REFUSED, null);
    }

    private void book(Sql sql, PayoutRows.Out out) {
        new CreditOut(out).post(sql, clock.today(), clock.instant());
        outbox.wakeRelay();
    }

    /** One of them; {@code not-found}. */
    @Allowed({Permission.PAYMENT_READ, Permission.APPROVAL_DECIDE})
    public Payout get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /** Everybody's, newest first. */
    @Allowed(Permission.PAYMENT_READ)
    public Page<Payout> page(@Nullable PayoutStatus status, PageRequest page) {
        return page(rows().before(null, status, page.before(), page.limit() + 1), page);
    }

    /** A customer's, newest first; {@code not-found}. */
    @Allowed(Permission.PAYMENT_READ)
    public Page<Payout> ofCustomer(UUID customer, PageRequest page) {
        currentFree(customer);
        return page(rows().before(customer, null, page.before(), page.limit() + 1), page);
    }

    private static Page<Payout> page(List<Payout> rows, PageRequest page) {
        return Page.of(rows, page.limit(), payout -> payout.id().toString());
    }

    /** A slice for the console. */
    @Allowed(Permission.PAYMENT_READ)
    public List<Payout> list(PayoutQuery query) {
        return rows().list(query);
    }

    /** How many the query has in all. */
    @Allowed(Permission.PAYMENT_READ)
    public long count(PayoutQuery query) {
        return rows().count(query);
    }

    private static UUID given(@Nullable UUID by) {
        if (by == null) {
            throw new IllegalStateException("somebody must have asked for it");
        }
        return by;
    }

    private PayoutRows rows() {
        return new PayoutRows(Sql.in(database));
    }
}
