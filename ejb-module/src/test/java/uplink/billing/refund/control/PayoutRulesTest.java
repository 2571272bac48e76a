package uplink.billing.refund.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.billing.refund.boundary.FreeCredit;
import uplink.billing.refund.boundary.Payee;
import uplink.billing.refund.boundary.PayoutMethod;
import uplink.billing.refund.boundary.PayoutRequest;
import uplink.shared.BusinessException;
import uplink.shared.FieldError;
import uplink.shared.ProblemType;

class PayoutRulesTest {

    private static final FreeCredit FREE =
            new FreeCredit(UUID.randomUUID(), new BigDecimal("50.00"), new BigDecimal("60.00"), BigDecimal.TEN, "RUB");
    private static final Payee ANNA = new Payee(" Анна ", "4081 7810 7000 0000 0001", "0445 25225");

    @Test
    void allOfItWhenNoSumIsNamed() {
        PayoutRequest checked = PayoutRules.check(cash(null), FREE);
        assertEquals(new BigDecimal("50.00"), checked.amount());
        assertEquals("RUB", checked.currency());
        assertEquals("просит", checked.reason());
        assertNull(checked.payee());
    }

    @Test
    void asMuchAsIsFreeAndNoKopeckMore() {
        assertEquals(
                new BigDecimal("50.00"), PayoutRules.check(cash("50"), FREE).amount());
        assertEquals(ProblemType.INSUFFICIENT_FUNDS, refusal(cash("50.01")).type());
        assertEquals(List.of("amount"), fields(cash("0")));
        assertEquals(List.of("amount"), fields(cash("-1")));
        assertEquals(ProblemType.VALIDATION, refusal(cash("1.001")).type());
        FreeCredit nothing =
                new FreeCredit(FREE.customerId(), new BigDecimal("0.00"), BigDecimal.ZERO, BigDecimal.ZERO, "RUB");
        assertEquals(
                ProblemType.INSUFFICIENT_FUNDS,
                assertThrows(BusinessException.class, () -> PayoutRules.check(cash(null), nothing))
                        .type());
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertEquals(
                List.of("reason", "method", "currency"),
                fields(new PayoutRequest(BigDecimal.ONE, "USD", null, null, "x".repeat(501))));
        assertEquals(List.of("reason"), fields(new PayoutRequest(BigDecimal.ONE, "RUB", PayoutMethod.CASH, null, " ")));
    }

    @Test
    void aBankHasAPayeeAndCashHasNone() {
        assertEquals(
                new Payee("Анна", "40817810700000000001", "044525225"),
                PayoutRules.check(byBank(ANNA), FREE).payee());
        assertEquals(List.of("payee"), fields(byBank(null)));
        assertEquals(
                List.of("payee"), fields(new PayoutRequest(BigDecimal.ONE, null, PayoutMethod.CASH, ANNA, "просит")));
        assertEquals(List.of("payee.account"), fields(byBank(new Payee("Анна", "40817810700000000002", "044525225"))));
        assertEquals(List.of("payee.bic"), fields(byBank(new Payee("Анна", "40817810700000000001", "994525225"))));
        assertEquals(List.of("payee.name", "payee.bic"), fields(byBank(new Payee("я".repeat(161), null, null))));
    }

    private static PayoutRequest cash(String amount) {
        return new PayoutRequest(
                amount == null ? null : new BigDecimal(amount), null, PayoutMethod.CASH, null, " просит ");
    }

    private static PayoutRequest byBank(Payee payee) {
        return new PayoutRequest(BigDecimal.ONE, "RUB", PayoutMethod.BANK, payee, "просит");
    }

    private static BusinessException refusal(PayoutRequest wanted) {
        return assertThrows(BusinessException.class, () -> PayoutRules.check(wanted, FREE));
    }

    private static List<String> fields(PayoutRequest wanted) {
        return refusal(wanted).errors().stream().map(FieldError::field).toList();
    }
}
