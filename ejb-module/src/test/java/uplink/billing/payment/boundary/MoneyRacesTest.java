package uplink.billing.payment.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uplink.billing.ledger.control.HouseAccount;
import uplink.billing.ledger.control.Invariant;
import uplink.billing.ledger.control.Posting;
import uplink.billing.payment.control.Receipt;
import uplink.billing.refund.boundary.Refund;
import uplink.billing.refund.boundary.RefundStatus;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Json;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.testing.Tx;

/** Sixty-four at the same moment, each with a connection of its own. */
class MoneyRacesTest extends PaymentCases {

    private static final int AT_ONCE = 64;

    private final UUID customer = provider.customer();

    /** Another test's job shall not ask its own provider about these. */
    @AfterEach
    void leaveNothingOpen() {
        provider.sql.update(
                """
                update payments set status = 'failed', ask_at = null
                where customer_id = ? and status in ('created', 'pending', 'unknown')""",
                customer);
    }

    @Test
    void cardsCashTerminalsAndAutopayOnOneInvoice() throws Exception {
        UUID invoice = invoice(customer, "300.00");
        List<Callable<String>> all = new ArrayList<>();
        for (int i = 0; i < AT_ONCE / 4; i++) {
            UUID card = paidAtTheBank(invoice, "card" + i);
            UUID autopay = paidAtTheBank(invoice, "auto" + i);
            if (i == 0) {
                collect(autopay); // the schema knows no two that are open for one invoice
            }
            all.add(() -> settled(card));
            all.add(() -> settled(autopay));
            all.add(() -> {
                try (Till own = new Till(roads)) {
                    return own.cash(customer, "300.00", invoice).status().code();
                }
            });
            all.add(() -> Tx.run(c -> terminal(Sql.on(c), invoice)));
        }
        assertEquals(Map.of("succeeded", (long) AT_ONCE), atOnce(all));
        assertEquals(List.of("invoice paid 300.00"), provider.invoices(customer));
        assertEquals(new BigDecimal("18900.00"), provider.balance(customer));
        assertEquals(List.of("billing.invoice.paid"), events(invoice));
        assertEquals(AT_ONCE, provider.sql.number("select count(*) from payments where customer_id = ?", customer));
        assertSound();
    }

    private void collect(UUID payment) {
        UUID card = Ids.next();
        provider.sql.update(
                """
                insert into saved_methods (id, customer_id, provider, token, brand, last4, created_at)
                values (?, ?, 'yookassa', ?, 'Mir', '4242', now())""",
                card,
                customer,
                "token-" + card);
        provider.sql.update(
                """
                update payments set method = 'autopay', saved_method_id = ?, collected_on = current_date where id = ?""",
                card,
                payment);
    }

    @Test
    void refundAgainstRefund() throws Exception {
        UUID payment =
                till.cash(customer, "300.00", invoice(customer, "300.00")).id();
        Map<String, Long> outcomes = atOnce(IntStream.range(0, AT_ONCE)
                .mapToObj(i -> (Callable<String>) () -> refunded(payment, "7.00", "k" + i))
                .toList());
        assertEquals(Map.of("succeeded", 42L, "more-than-captured", 22L), outcomes, "42 × 7 = 294");
        assertEquals(new BigDecimal("-294.00"), provider.balance(customer));
        assertSound();
    }

    @Test
    void oneKeyFromEverywhereIsOneRefundAndOnePayment() throws Exception {
        UUID payment = paid("300.00");
        List<Callable<String>> all = new ArrayList<>();
        for (int i = 0; i < 48; i++) {
            String key = "k" + i % 4;
            all.add(() -> {
                try (Returns own = new Returns(roads)) {
                    return own.refund(payment, "10.00", key).id().toString();
                }
            });
            all.add(() -> {
                try (Till own = new Till(roads)) {
                    return own.pay(customer, card("20.00", null), key).id().toString();
                }
            });
        }
        assertEquals(8, atOnce(all).size());
        assertEquals(4, bank.refunds());
        assertEquals(5, bank.charges());
        settleReturns(payment);
        assertEquals(new BigDecimal("260.00"), provider.balance(customer));
        assertSound();
    }

    @Test
    void refundsAgainstChargebacks() throws Exception {
        invoice(customer, "300.00");
        UUID payment = paid("300.00");
        List<Callable<String>> all = new ArrayList<>();
        for (int i = 0; i < AT_ONCE / 2; i++) {
            String key = "k" + i;
            all.add(() -> refunded(payment, "50.00", key));
            all.add(() -> {
                try {
                    bank.takeBack(externalId(payment), "30.00");
                } catch (IllegalArgumentException e) {
                    return "nothing left there";
                }
                till(payment);
                return "taken";
            });
        }
        Map<String, Long> outcomes = atOnce(all);
        settleReturns(payment);
        BigDecimal gone = sum("select refunded from payments where id = ?", payment);
        BigDecimal booked =
                sum("select sum(amount) from refunds where payment_id = ? and status = 'succeeded'", payment);
        assertEquals(gone, booked, outcomes.toString());
        assertTrue(gone.compareTo(new BigDecimal("300.00")) <= 0, gone.toString());
        assertEquals(bank.refunds(), succeeded(payment), "each refund of the provider's is booked once: " + outcomes);
        assertEquals(gone.negate(), provider.balance(customer));
        assertSound();
    }

    /** A node hears of a chargeback and asks. */
    private void till(UUID payment) throws Exception {
        try (Till own = new Till(roads);
                Returns asking = new Returns(roads)) {
            own.hear(Json.readMap(bank.refundNotification(externalId(payment))));
            asking.runJob();
        }
    }

    /** As if the time had come, until nothing is open. */
    private void settleReturns(UUID payment) throws Exception {
        try (Returns own = new Returns(roads)) {
            for (int i = 0; i < 3; i++) {
                provider.sql.update(
                        "update refunds set ask_at = clock_timestamp() where payment_id = ? and ask_at is not null",
                        payment);
                provider.sql.update("update payments set returns_ask_at = clock_timestamp() where id = ?", payment);
                own.runJob();
            }
        }
    }

    private long succeeded(UUID payment) {
        return provider.sql.number(
                "select count(*) from refunds where payment_id = ? and status = 'succeeded'", payment);
    }

    private BigDecimal sum(String query, UUID payment) {
        return provider.sql.first(query, row -> row.getBigDecimal(1), payment).orElseThrow();
    }

    private String refunded(UUID payment, String amount, String key) throws Exception {
        try (Returns own = new Returns(roads)) {
            Refund refund = own.refund(payment, amount, key);
            return refund.status() == RefundStatus.FAILED
                    ? "failed"
                    : refund.status().code();
        } catch (BusinessException e) {
            assertEquals(ProblemType.MORE_THAN_CAPTURED, e.type());
            return e.type().slug();
        }
    }

    private String terminal(Sql sql, UUID invoice) {
        Posting.hold(sql, customer);
        new Receipt(
                        customer,
                        new BigDecimal("300.00"),
                        "RUB",
                        PaymentMethod.TERMINAL,
                        "osmp",
                        HouseAccount.CASH,
                        invoice,
                        null,
                        null)
                .book(sql, DECEMBER, Instant.parse("2026-12-01T09:00:00Z"));
        return "succeeded";
    }

    private String settled(UUID payment) throws Exception {
        try (Till own = new Till(roads)) {
            own.settle(payment);
            return status(payment);
        }
    }

    private UUID paidAtTheBank(UUID invoice, String key) {
        UUID payment = till.pay(customer, card("300.00", invoice), key).id();
        bank.pay(externalId(payment));
        return payment;
    }

    private UUID paid(String amount) {
        UUID payment = till.pay(customer, card(amount, null), "paid").id();
        while (externalId(payment).equals("null")) {
            till.settle(payment); // a busy machine: the provider's answer came too late for us
        }
        bank.pay(externalId(payment));
        till.settle(payment);
        return payment;
    }

    /** How often each outcome came. */
    private static Map<String, Long> atOnce(List<Callable<String>> all) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        CyclicBarrier start = new CyclicBarrier(all.size());
        try {
            List<Future<String>> running = all.stream()
                    .map(one -> threads.submit(() -> {
                        start.await();
                        return one.call();
                    }))
                    .toList();
            List<String> outcomes = new ArrayList<>();
            for (Future<String> one : running) {
                outcomes.add(one.get());
            }
            return outcomes.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        } finally {
            threads.shutdownNow();
        }
    }

    private void assertSound() {
        for (Invariant invariant : Invariant.values()) {
            List<String> broken = invariant.check(provider.sql).stream()
                    .filter(finding -> customer.equals(finding.customerId()))
                    // outside the container nobody announces who is acting
                    .filter(finding -> !finding.invariant().equals("changes-are-audited"))
                    .map(Object::toString)
                    .filter(finding -> !finding.contains("invoice-equals-"))
                    .toList();
            assertEquals(List.of(), broken, invariant.code());
        }
    }
}
