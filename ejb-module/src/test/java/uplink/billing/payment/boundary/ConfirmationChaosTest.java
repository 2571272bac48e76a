package uplink.billing.payment.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uplink.billing.ledger.control.Invariant;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Json;
import uplink.standin.Mood;

/** Confirmations come twice, in the wrong order, too early, from strangers, and all at once. */
class ConfirmationChaosTest extends PaymentCases {

    private static final long SEED = 20261120;
    private static final int PAYMENTS = 40;

    private final UUID begun = Ids.next();

    @Test
    void duplicatedReorderedAndParallelConfirmationsEndAsTheOrderlyRun() throws Exception {
        Random random = new Random(SEED);
        List<UUID> payments = new ArrayList<>();
        List<Map<String, Object>> heard = new ArrayList<>();
        for (int i = 0; i < PAYMENTS; i++) {
            UUID customer = provider.customer();
            UUID payment = till.pay(customer, card("300.00", invoice(customer, "300.00")), "k")
                    .id();
            payments.add(payment);
            String id = externalId(payment);
            heard.add(Json.readMap(bank.notification(id)));
            if (i % 2 == 0) {
                bank.pay(id);
            } else {
                bank.refuse(id);
            }
            heard.addAll(Collections.nCopies(1 + random.nextInt(3), Json.readMap(bank.notification(id))));
            heard.add(forged(UUID.randomUUID().toString(), payment));
        }
        Collections.shuffle(heard, random);
        atOnce(IntStream.range(0, 4)
                .mapToObj(part -> (Callable<Boolean>) () -> {
                    try (Till own = new Till(roads)) {
                        for (int i = part; i < heard.size(); i += 4) {
                            own.hear(heard.get(i));
                            own.runJob();
                        }
                        return true;
                    }
                })
                .toList());
        till.runJob();
        for (int i = 0; i < PAYMENTS; i++) {
            boolean paid = i % 2 == 0;
            assertEquals(paid ? "succeeded" : "cancelled", status(payments.get(i)), "payment " + i);
            assertEquals(paid ? 1 : 0, transfers(payments.get(i)));
            assertEquals(
                    List.of("billing.payment.created", paid ? "billing.payment.succeeded" : "billing.payment.failed"),
                    events(payments.get(i)));
        }
        assertEquals(PAYMENTS, bank.charges());
        assertSound();
    }

    @Test
    void aConfirmationBeforeOurOwnAnswerIsBookedOnce() {
        bank.mood(Mood.EARLY);
        UUID customer = provider.customer();
        PaymentStarted started = till.pay(customer, card("300.00", null), "k");
        assertEquals(PaymentStatus.SUCCEEDED, started.status());
        till.hear(Json.readMap(bank.notification(externalId(started.id()))));
        till.runJob();
        assertEquals(1, transfers(started.id()));
    }

    @Test
    void aConfirmationOfAPaymentThatWeHeardNothingOfIsFoundByItsId() {
        bank.mood(Mood.SILENT);
        UUID customer = provider.customer();
        UUID payment = till.pay(customer, card("300.00", null), "k").id();
        bank.mood(Mood.NORMAL);
        String id = bank.ids().get(0);
        bank.pay(id);
        till.hear(Json.readMap(bank.notification(id)));
        till.runJob();
        assertEquals("succeeded", status(payment));
        assertEquals(id, externalId(payment));
        assertEquals(new BigDecimal("300.00"), provider.balance(customer));
    }

    @Test
    void forgedConfirmationsChangeNothing() {
        bank.mood(Mood.SILENT);
        UUID customer = provider.customer();
        UUID payment = till.pay(customer, card("300.00", null), "k").id();
        bank.mood(Mood.NORMAL);
        // somebody else's paid payment, claimed to be this one
        UUID other = till.pay(provider.customer(), card("300.00", null), "k").id();
        bank.pay(externalId(other));
        till.hear(forged(externalId(other), payment));
        till.hear(forged("no-such-payment", payment));
        till.hear(forged("no-such-payment", UUID.randomUUID()));
        till.runJob();
        assertEquals(0, transfers(payment));
        assertEquals("unknown", status(payment));
        itIsTime(payment);
        till.runJob();
        assertEquals("pending", status(payment), "the claim is forgotten, and the truth asked for");
        assertThrows(BusinessException.class, () -> till.hear(Map.of("event", "payment.succeeded")));
    }

    @Test
    void cardsAndCashOnOneInvoiceAtTheSameMoment() throws Exception {
        UUID customer = provider.customer();
        UUID invoice = invoice(customer, "300.00");
        List<UUID> cards = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            UUID payment = till.pay(customer, card("300.00", invoice), "k" + i).id();
            bank.pay(externalId(payment));
            cards.add(payment);
        }
        List<Callable<Boolean>> all = new ArrayList<>();
        for (UUID card : cards) {
            all.add(() -> {
                try (Till own = new Till(roads)) {
                    own.settle(card);
                    return true;
                }
            });
            all.add(() -> {
                try (Till own = new Till(roads)) {
                    own.cash(customer, "300.00", invoice);
                    return true;
                }
            });
        }
        atOnce(all);
        assertEquals(List.of("invoice paid 300.00"), provider.invoices(customer));
        assertEquals(new BigDecimal("4500.00"), provider.balance(customer));
        assertEquals(
                new BigDecimal("4500.00"),
                provider.sql
                        .first(
                                "select sum(remaining) from open_credits where customer_id = ?",
                                row -> row.getBigDecimal(1),
                                customer)
                        .orElseThrow());
        assertEquals(List.of("billing.invoice.paid"), events(invoice));
        assertSound();
    }

    private static Map<String, Object> forged(String id, UUID payment) {
        return Map.of(
                "event",
                "payment.succeeded",
                "object",
                Map.of("id", id, "status", "succeeded", "metadata", Map.of("payment_id", payment.toString())));
    }

    private static void atOnce(List<Callable<Boolean>> all) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            for (Future<Boolean> one : threads.invokeAll(all)) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void assertSound() {
        for (Invariant invariant : List.of(
                Invariant.BALANCE_EQUALS_TRANSFERS,
                Invariant.PAYMENT_HAS_ONE_TRANSFER,
                Invariant.ALLOCATIONS_WITHIN_INVOICE,
                Invariant.ALLOCATIONS_WITHIN_CREDIT)) {
            List<String> broken = invariant.check(provider.sql).stream()
                    .filter(finding -> isOurs(finding.customerId()))
                    .map(Object::toString)
                    .toList();
            assertEquals(List.of(), broken, invariant.code());
        }
    }

    /** Other tests leave accounts behind that were credited by hand. */
    private boolean isOurs(UUID customer) {
        return provider.sql.number(
                        """
                        select count(*) from payments p where p.customer_id = ? and p.request_key is not null
                            and p.id > ?""",
                        customer,
                        begun)
                > 0;
    }
}
