package uplink.billing.refund.control;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.payment.boundary.PaymentStatus;
import uplink.billing.payment.control.PaymentProvider;
import uplink.billing.payment.control.Providers;
import uplink.billing.payment.control.RefundRoad.Returned;
import uplink.billing.refund.boundary.RefundKind;
import uplink.billing.refund.boundary.RefundRequest;
import uplink.billing.refund.boundary.RefundStatus;
import uplink.shared.BusinessException;
import uplink.shared.Money;
import uplink.shared.ProblemType;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What may go back of a payment. */
public final class RefundRules {

    private static final int LONGEST_REASON = 500;

    private RefundRules() {}

    /** The sum that goes back. Refusals as {@code RefundBook.open} tells them. */
    public static BigDecimal check(RefundRows rows, Refundable of, RefundRequest wanted, Providers providers) {
        requireSucceeded(of);
        BigDecimal amount = wanted.amount() == null ? left(rows, of) : wanted.amount();
        Validation validation = new Validation();
        validation.text("reason", wanted.reason(), LONGEST_REASON);
        validation.check(
                wanted.currency() == null || wanted.currency().equals(of.currency()),
                "currency",
                Text.of("ledger.other-currency", of.currency()));
        validation.check(
                wanted.amount() == null || amount.signum() > 0, "amount", Text.of("payment.amount-above-zero"));
        validation.check(isKindAllowed(of, wanted, amount), "kind", Text.of("refund.kind"));
        validation.done();
        BigDecimal exact = Money.of(amount, of.currency()).amount();
        requireLeft(rows, of, exact);
        requireWay(rows, of, exact, providers);
        return exact;
    }

    /** What has neither gone back nor been paid out. */
    private static BigDecimal left(RefundRows rows, Refundable of) {
        return of.left().subtract(rows.paidOut(of.id()));
    }

    /** {@code invalid-state} for a payment that has not succeeded; {@code more-than-captured}. */
    public static void requireLeft(RefundRows rows, Refundable of, BigDecimal amount) {
        requireSucceeded(of);
        BigDecimal left = left(rows, of);
        if (amount.compareTo(left) > 0 || amount.signum() <= 0) {
            throw BusinessException.about(
                    "amount",
                    ProblemType.MORE_THAN_CAPTURED,
                    Text.of("refund.more-than-captured", Money.of(left, of.currency())));
        }
    }

    /** Whether the provider is called for it: what it never had it cannot give back. */
    public static boolean isCalledFor(Refundable of, RefundKind kind) {
        return of.isByProvider() && kind != RefundKind.REVERSAL;
    }

    private static void requireSucceeded(Refundable of) {
        if (of.status() != PaymentStatus.SUCCEEDED) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("refund.not-succeeded"));
        }
    }

    private static boolean isKindAllowed(Refundable of, RefundRequest wanted, BigDecimal amount) {
        RefundKind kind = wanted.kind();
        return kind == null
                || kind == RefundKind.REFUND
                || kind == RefundKind.REVERSAL
                        && of.method() == PaymentMethod.CASH
                        && of.refunded().signum() == 0
                        && amount.compareTo(of.left()) == 0;
    }

    private static void requireWay(RefundRows rows, Refundable of, BigDecimal amount, Providers providers) {
        boolean hasWay = !of.isByProvider()
                || providers
                        .named(of.provider())
                        .flatMap(PaymentProvider::wayBack)
                        .isPresent();
        if (!hasWay) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("refund.no-way"));
        }
        if (of.method() == PaymentMethod.BALANCE && rows.stillSettled(of.id()).compareTo(amount) < 0) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("refund.not-settled-any-more"));
        }
    }

    /** Money that the provider has taken by itself. */
    public static Back taken(
            Refundable of, UUID id, BigDecimal amount, @Nullable String externalId, RefundStatus status) {
        return new Back(
                id,
                of.id(),
                of.customerId(),
                RefundKind.CHARGEBACK,
                amount,
                of.currency(),
                "chargeback",
                of.method(),
                of.provider(),
                of.externalId(),
                status,
                externalId,
                0,
                null);
    }

    /** Whether the provider tells of that one. */
    public static boolean isAbout(Back back, Returned said) {
        return back.id().equals(said.refundId())
                || back.externalId() != null && back.externalId().equals(said.externalId());
    }
}
