package uplink.billing.refund.boundary;

import static uplink.billing.payment.boundary.PaymentStatus.SUCCEEDED;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.control.Posting;
import uplink.billing.payment.boundary.PaymentBook;
import uplink.billing.payment.boundary.PaymentStatus;
import uplink.billing.payment.control.Providers;
import uplink.billing.payment.control.RefundRoad.Returned;
import uplink.billing.refund.control.ApprovalRows;
import uplink.billing.refund.control.Back;
import uplink.billing.refund.control.Calling;
import uplink.billing.refund.control.Comeback;
import uplink.billing.refund.control.MoneyBack;
import uplink.billing.refund.control.RefundCourse;
import uplink.billing.refund.control.RefundNews;
import uplink.billing.refund.control.RefundRows;
import uplink.billing.refund.control.RefundRules;
import uplink.billing.refund.control.Refundable;
import uplink.billing.refund.control.Threshold;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Outbox;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.jobs.JobWanted;

/**
 * What is written down about money that goes back; each method is a database transaction, and none of them calls a
 * provider (see {@link RefundSettling}). The customer is locked first, then the payment, then its refunds.
 */
@Stateless
@Allowed(Permission.SYSTEM)
public class RefundBook {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private Providers providers;

    @Inject
    private Event<JobWanted> jobs;

    /**
     * Writes down that money is to go back, or finds what was written down under the same key. By hand it is booked at
     * once; above the threshold, with what went out for the customer lately, it waits for a second person. {@code
     * not-found}; {@code validation}; {@code
     * invalid-state} for a payment that has not succeeded; {@code more-than-captured}.
     */
    @Allowed(Permission.PAYMENT_REFUND)
    public Refund open(UUID payment, RefundRequest wanted, String key) {
        Sql sql = Sql.in(database);
        Posting.hold(sql, rows().customerOf(payment).orElseThrow(BusinessException::notFound));
        Refundable of = rows().lockPayment(payment);
        UUID refund = rows().underKey(payment, key).orElseGet(() -> create(sql, of, wanted, key));
        return rows().one(refund).orElseThrow();
    }

    /**
     * Takes out of the books what a payment through a provider never brought, by the provider's own register: nobody is
     * called. Booked at once; above the threshold it waits for a second person. {@code not-found}; {@code invalid-state} for
     * a payment that has not succeeded; {@code more-than-captured}.
     */
    @Allowed(Permission.PAYMENT_REFUND)
    public Refund reverse(UUID payment, BigDecimal amount, String reason) {
        Sql sql = Sql.in(database);
        Posting.hold(sql, rows().customerOf(payment).orElseThrow(BusinessException::notFound));
        Refundable of = rows().lockPayment(payment);
        RefundRules.requireLeft(rows(), of, amount);
        return rows().one(write(sql, of, RefundKind.REVERSAL, amount, reason, null))
                .orElseThrow();
    }

    private UUID create(Sql sql, Refundable of, RefundRequest wanted, String key) {
        BigDecimal amount = RefundRules.check(rows(), of, wanted, providers);
        RefundKind kind = wanted.kind() == null ? RefundKind.REFUND : wanted.kind();
        return write(sql, of, kind, amount, wanted.reason().strip(), key);
    }

    private UUID write(
            Sql sql, Refundable of, RefundKind kind, BigDecimal amount, String reason, @Nullable String key) {
        BigDecimal beside = Threshold.beside(sql, of.customerId(), clock.instant());
        boolean waits = Threshold.isPassed(sql, amount.add(beside));
        Back back = new Back(
                Ids.next(),
                of.id(),
                of.customerId(),
                kind,
                amount,
                of.currency(),
                reason,
                of.method(),
                of.provider(),
                of.externalId(),
                waits ? RefundStatus.WAITING : RefundStatus.CREATED,
                null,
                0,
                Callers.current().userId());
        rows().write(back, key, null, clock.instant());
        if (waits) {
            new ApprovalRows(sql).askFor(back, beside, clock.instant());
        } else if (RefundRules.isCalledFor(of, kind)) {
            accepted(back);
        } else {
            book(back, new Returned(SUCCEEDED, null, back.id(), amount, of.currency(), null));
        }
        return back.id();
    }

    /** The second person has approved it: booked at once, or the provider is called soon. */
    @Allowed(Permission.APPROVAL_DECIDE)
    public void release(UUID refund) {
        Back back = rows().lock(refund);
        rows().release(refund);
        if (RefundRules.isCalledFor(rows().lockPayment(back.paymentId()), back.kind())) {
            accepted(back);
            jobs.fire(new JobWanted(PaymentBook.RETURNS_JOB));
        } else {
            book(back, new Returned(SUCCEEDED, null, refund, back.amount(), back.currency(), null));
        }
    }

    /** Nobody's mind changes any more; the provider takes its time. */
    private void accepted(Back back) {
        outbox.announce(RefundNews.accepted(back, clock.instant()));
    }

    /** The second person has refused it. */
    @Allowed(Permission.APPROVAL_DECIDE)
    public void refuse(UUID refund, String note) {
        rows().move(rows().lock(refund), RefundStatus.REFUSED, Returned.refused(note), null);
    }

    /** Refunds about which the provider is to be called now. */
    public List<UUID> due(int atMost) {
        return rows().due(atMost);
    }

    /** Payments of which the provider may have taken back something. */
    public List<UUID> returnsDue(int atMost) {
        return rows().returnsDue(atMost);
    }

    /** Writes down that the provider is called now; empty when there is nothing left to call for. */
    public Optional<Calling> begin(UUID refund) {
        RefundRows rows = rows();
        Back back = rows.lock(refund);
        return switch (back.status()) {
            case CREATED, PENDING, UNKNOWN ->
                Optional.of(new Calling(rows.attempt(back), back, rows.isForgotten(back)));
            default -> Optional.empty();
        };
    }

    /** Writes down what the provider said; when the money has gone back it is booked, once, however often that is told. */
    public void record(Calling calling, Returned said) {
        Posting.hold(Sql.in(database), calling.back().customerId());
        rows().end(calling.attempt(), said);
        apply(rows().lock(calling.back().id()), said);
    }

    /** The provider's id and ours of a payment about whose returns it is asked now. */
    public Back beginReturns(UUID payment) {
        rows().askAgain(payment);
        Refundable of = rows().lockPayment(payment);
        return RefundRules.taken(of, Ids.next(), BigDecimal.ONE, null, RefundStatus.UNKNOWN);
    }

    /**
     * All that the provider has given or taken back of a payment. What is not of our making is a chargeback, booked like a
     * refund; one that does not fit beside refunds on their way waits until these are settled. What is only demanded is
     * written down, and holds nothing. One that will never fit by itself is left to people, as a discrepancy. A refund of ours
     * that failed after it had gone back is the customer's credit again.
     */
    public void returned(UUID payment, UUID customer, List<Returned> all) {
        Posting.hold(Sql.in(database), customer);
        boolean booked = true;
        for (Returned said : all) {
            Refundable of = rows().lockPayment(payment);
            booked &= take(of, rows().lockAll(payment), said);
        }
        if (booked && all.stream().anyMatch(RefundBook::isDemanded)) {
            rows().watch(payment);
        } else if (booked) {
            rows().told(payment);
        }
    }

    private static boolean isDemanded(Returned said) {
        return said.told() == PaymentStatus.PENDING && said.refundId() == null;
    }

    /** False when it has to be looked at again. */
    private boolean take(Refundable of, List<Back> known, Returned said) {
        Optional<Back> ours =
                known.stream().filter(back -> RefundRules.isAbout(back, said)).findFirst();
        if (ours.isPresent() && ours.get().kind() != RefundKind.CHARGEBACK) {
            boolean late = ours.get().status() == RefundStatus.FAILED && said.told() == SUCCEEDED;
            if (late && of.left().compareTo(ours.get().amount()) < 0) {
                return false;
            }
            if (said.told() == PaymentStatus.FAILED && ours.get().status() == RefundStatus.SUCCEEDED) {
                new Comeback(ours.get(), said.detail()).post(Sql.in(database), clock.today(), clock.instant());
                outbox.wakeRelay();
            } else {
                apply(ours.get(), said);
            }
            return true;
        }
        BigDecimal amount = said.amount();
        if (amount == null || amount.signum() <= 0) {
            return true;
        }
        if (said.told() != SUCCEEDED) {
            demand(of, ours, said, amount);
            return true;
        }
        if (ours.isPresent() && ours.get().status() == RefundStatus.FAILED && rows().isDecided(ours.get())) {
            return true;
        }
        Back back = ours.orElseGet(
                () -> RefundRules.taken(of, Ids.next(), amount, said.externalId(), RefundStatus.UNKNOWN));
        boolean fits =
                of.left().compareTo(amount) >= 0 && of.currency().equals(said.currency()) && !rows().isRequested(back);
        if (ours.isEmpty()) {
            rows().write(back, null, fits ? null : "more than is left of the payment", clock.instant());
        }
        if (fits && back.status() != RefundStatus.SUCCEEDED) {
            book(back, said);
        } else if (!fits && back.externalId() != null && known.stream().noneMatch(RefundBook::isUnderWay)) {
            rows().leaveToPeople(back, of.left(), clock.today());
        }
        return fits || back.status() == RefundStatus.SUCCEEDED;
    }

    /** Whether it may end, and then something of the payment is left or not. */
    private static boolean isUnderWay(Back back) {
        return back.kind() != RefundKind.CHARGEBACK
                && switch (back.status()) {
                    case WAITING, CREATED, PENDING, UNKNOWN -> true;
                    default -> false;
                };
    }

    /** The payer's bank wants it back, or has given up wanting it. */
    private void demand(Refundable of, Optional<Back> known, Returned said, BigDecimal amount) {
        if (known.isEmpty() && isDemanded(said) && of.currency().equals(said.currency())) {
            Back back = RefundRules.taken(of, Ids.next(), amount, said.externalId(), RefundStatus.PENDING);
            rows().write(back, null, said.detail(), clock.instant());
        }
        known.filter(back -> said.told() == PaymentStatus.FAILED && back.status() != RefundStatus.SUCCEEDED)
                .ifPresent(back -> rows().move(back, RefundStatus.FAILED, said, null));
    }

    private void apply(Back back, Returned said) {
        Returned judged = said.told() == SUCCEEDED && !said.isSum(back.amount(), back.currency())
                ? Returned.unknown("another sum")
                : said;
        RefundStatus next = RefundCourse.after(back.status(), judged.told());
        if (next == RefundStatus.SUCCEEDED && back.status() != next) {
            book(back, judged);
        } else if (next != RefundStatus.SUCCEEDED) {
            rows().move(back, next, judged, null);
        }
    }

    private void book(Back back, Returned said) {
        rows().move(back, RefundStatus.SUCCEEDED, said, clock.instant());
        new MoneyBack(back).post(Sql.in(database), clock.today(), clock.instant());
        outbox.wakeRelay();
    }

    private RefundRows rows() {
        return new RefundRows(Sql.in(database));
    }
}
