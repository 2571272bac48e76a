package uplink.billing.payment.boundary;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import uplink.billing.refund.boundary.Refund;
import uplink.billing.refund.boundary.RefundKind;
import uplink.billing.refund.boundary.RefundStatus;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.standin.Notice;

/** Money that goes back, of one customer whose books are sound in the end. */
abstract class RefundCases extends PaymentCases {

    final Returns returns = new Returns(roads);
    final UUID customer = provider.customer();

    @AfterEach
    void closeReturns() throws SQLException {
        try {
            assertSound(customer);
        } finally {
            returns.close();
            // another test's job shall not ask its own provider about these
            provider.sql.update(
                    """
                    update payments set status = 'failed', ask_at = null
                    where customer_id = ? and status in ('created', 'pending', 'unknown')""",
                    customer);
        }
    }

    UUID paid(String amount) {
        return paid(customer, amount);
    }

    void hearOfReturns(UUID payment) {
        Notice notice = bank.refundNotice(externalId(payment));
        till.hear(road.code(), notice.body(), notice.signature().orElse(null));
    }

    void itIsTimeFor(Refund refund) {
        provider.sql.update("update refunds set ask_at = clock_timestamp() where id = ?", refund.id());
    }

    RefundStatus status(Refund refund) {
        return returns.of(refund.paymentId()).stream()
                .filter(one -> one.id().equals(refund.id()))
                .findFirst()
                .orElseThrow()
                .status();
    }

    ProblemType refusal(UUID payment, String amount) {
        return refusal(payment, amount, RefundKind.REFUND);
    }

    ProblemType refusal(UUID payment, String amount, RefundKind kind) {
        return problem(
                () -> returns.refund(payment, amount, kind, UUID.randomUUID().toString()));
    }

    static ProblemType problem(Runnable work) {
        return assertThrows(BusinessException.class, work::run).type();
    }
}
