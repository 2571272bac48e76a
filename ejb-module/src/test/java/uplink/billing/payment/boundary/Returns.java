package uplink.billing.payment.boundary;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uplink.billing.ledger.boundary.Adjustment;
import uplink.billing.payment.control.Providers;
import uplink.billing.payment.control.RefundRoad.Returned;
import uplink.billing.refund.boundary.Adjusted;
import uplink.billing.refund.boundary.Adjustments;
import uplink.billing.refund.boundary.Approval;
import uplink.billing.refund.boundary.ApprovalStatus;
import uplink.billing.refund.boundary.Approvals;
import uplink.billing.refund.boundary.Decision;
import uplink.billing.refund.boundary.FreeCredit;
import uplink.billing.refund.boundary.Payout;
import uplink.billing.refund.boundary.PayoutMethod;
import uplink.billing.refund.boundary.PayoutRequest;
import uplink.billing.refund.boundary.Payouts;
import uplink.billing.refund.boundary.Refund;
import uplink.billing.refund.boundary.RefundBook;
import uplink.billing.refund.boundary.RefundJob;
import uplink.billing.refund.boundary.RefundKind;
import uplink.billing.refund.boundary.RefundRequest;
import uplink.billing.refund.boundary.Refunds;
import uplink.billing.refund.control.Back;
import uplink.billing.refund.control.Calling;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.testing.Boundaries;

/** One place where money is given back: a connection of its own, and a transaction for each step, as in the container. */
final class Returns implements AutoCloseable {

    final UUID first = UUID.randomUUID();
    final UUID second = UUID.randomUUID();
    final Boundaries boundaries = new Boundaries(PaymentCases.DECEMBER);

    Returns(Providers roads) {
        boundaries.with(Providers.class, roads);
        boundaries.with(RefundBook.class, new InTransactions(boundaries.get(RefundBook.class)));
    }

    Refund refund(UUID payment, String amount, String key) {
        return refund(payment, amount, RefundKind.REFUND, key);
    }

    Refund refund(UUID payment, String amount, RefundKind kind, String key) {
        RefundRequest wanted = new RefundRequest(amount == null ? null : new BigDecimal(amount), null, kind, "вернуть");
        return as(first, () -> boundaries.get(Refunds.class).refund(payment, wanted, key));
    }

    List<Refund> of(UUID payment) {
        return boundaries.get(Refunds.class).list(payment);
    }

    Adjusted adjust(UUID customer, String amount) {
        Adjustment wanted = new Adjustment(new BigDecimal(amount), null, "ошибка");
        return as(
                first,
                () -> boundaries.call(() -> boundaries.get(Adjustments.class).adjust(customer, wanted)));
    }

    Payout payOut(UUID customer, String amount, String key) {
        BigDecimal wanted = amount == null ? null : new BigDecimal(amount);
        return payOut(customer, new PayoutRequest(wanted, null, PayoutMethod.CASH, null, "переезжает"), key);
    }

    Payout payOut(UUID customer, PayoutRequest wanted, String key) {
        return as(
                first, () -> boundaries.call(() -> boundaries.get(Payouts.class).pay(customer, wanted, key)));
    }

    FreeCredit free(UUID customer) {
        return boundaries.get(Payouts.class).currentFree(customer);
    }

    Payout payOut(UUID id) {
        return boundaries.get(Payouts.class).get(id);
    }

    Approval waiting(UUID customer) {
        return boundaries.get(Approvals.class).page(ApprovalStatus.WAITING, new PageRequest(100, null)).items().stream()
                .filter(approval -> approval.customerId().equals(customer))
                .findFirst()
                .orElseThrow();
    }

    Approval approve(UUID by, UUID approval) {
        return as(
                by, () -> boundaries.call(() -> boundaries.get(Approvals.class).approve(approval, new Decision(null))));
    }

    Approval refuse(UUID by, UUID approval) {
        return as(
                by, () -> boundaries.call(() -> boundaries.get(Approvals.class).refuse(approval, new Decision("нет"))));
    }

    void runJob() {
        boundaries.get(RefundJob.class).run(Instant.EPOCH);
    }

    private static <T> T as(UUID user, java.util.function.Supplier<T> work) {
        return Callers.as(new Caller(user, null, "s", Set.of(Permission.PAYMENT_REFUND)), work);
    }

    @Override
    public void close() throws SQLException {
        boundaries.close();
    }

    private final class InTransactions extends RefundBook {

        private final RefundBook book;

        InTransactions(RefundBook book) {
            this.book = book;
        }

        @Override
        public Refund open(UUID payment, RefundRequest wanted, String key) {
            return boundaries.call(() -> book.open(payment, wanted, key));
        }

        @Override
        public void release(UUID refund) {
            book.release(refund);
        }

        @Override
        public void refuse(UUID refund, String note) {
            book.refuse(refund, note);
        }

        @Override
        public List<UUID> due(int atMost) {
            return boundaries.call(() -> book.due(atMost));
        }

        @Override
        public List<UUID> returnsDue(int atMost) {
            return boundaries.call(() -> book.returnsDue(atMost));
        }

        @Override
        public Optional<Calling> begin(UUID refund) {
            return boundaries.call(() -> book.begin(refund));
        }

        @Override
        public void record(Calling calling, Returned said) {
            boundaries.run(() -> book.record(calling, said));
        }

        @Override
        public Back beginReturns(UUID payment) {
            return boundaries.call(() -> book.beginReturns(payment));
        }

        @Override
        public void returned(UUID payment, UUID customer, List<Returned> all) {
            boundaries.run(() -> book.returned(payment, customer, all));
        }
    }
}
