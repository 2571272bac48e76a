package uplink.billing.payment.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uplink.billing.autopay.boundary.Autopay;
import uplink.billing.autopay.boundary.AutopayChange;
import uplink.billing.autopay.boundary.Autopays;
import uplink.billing.payment.control.Providers;
import uplink.billing.payment.control.Stripe;
import uplink.shared.BusinessException;
import uplink.shared.DatabaseException;
import uplink.shared.ProblemType;
import uplink.standin.Mood;
import uplink.standin.StandInProvider;

/** What is due is collected from the account or the saved card: once, within what the customer agreed to. */
class CollectingTest extends PaymentCases {

    /** When the invoices of {@link PaymentCases} are due. */
    private static final LocalDate DUE = LocalDate.of(2026, 12, 20);

    private final UUID customer = provider.customer();

    @BeforeEach
    void othersHaveNoAutopay() {
        provider.sql.update("update autopay set enabled = false, stopped = null");
    }

    @Test
    void aCardIsSavedAtAPaymentAndPaysTheNextInvoiceOnItsDueDay() {
        assertEquals(
                ProblemType.VALIDATION,
                assertThrows(BusinessException.class, () -> agree("1000.00")).type(),
                "nothing to charge yet");
        save();
        Autopay now = agree("1000.00");
        assertTrue(now.enabled());
        assertEquals("Mir 4477", now.method().brand() + " " + now.method().last4());
        assertEquals(LocalDate.of(2031, 1, 1), now.method().expiresOn());
        assertEquals(List.of("billing.autopay.enabled"), events(customer));

        UUID invoice = invoice(customer, "300.00");
        till.collect(DUE.minusDays(1));
        assertEquals(List.of(), collected(invoice));
        till.collect(DUE);
        assertEquals(List.of("succeeded 300.00 2026-12-20"), collected(invoice));
        till.collect(DUE);
        till.collect(DUE.plusDays(1));
        assertEquals(List.of("succeeded 300.00 2026-12-20"), collected(invoice));
        assertEquals(2, bank.charges());
        assertEquals(List.of("billing.invoice.paid"), events(invoice));
        assertEquals(provider.balanceByTransfers(customer), provider.balance(customer));
    }

    @Test
    void theAccountPaysFirstAndTheCardTheRest() {
        save();
        agree("1000.00");
        UUID invoice = invoice(customer, "300.00");
        provider.credit(customer, "120.00");
        till.collect(DUE);
        assertEquals(List.of("succeeded 180.00 2026-12-20"), collected(invoice));
        UUID paid = invoice(customer, "50.00");
        provider.credit(customer, "50.00");
        till.collect(DUE);
        assertEquals(List.of(), collected(paid));
        assertEquals(List.of("billing.invoice.paid"), events(paid));
    }

    @Test
    void moreThanTheMaximumIsNotCollectedAndThatIsSaidOnce() {
        save();
        agree("290.00");
        UUID invoice = invoice(customer, "300.01");
        till.collect(DUE);
        till.collect(DUE.plusDays(1));
        assertEquals(List.of(), collected(invoice));
        assertEquals(List.of("billing.autopay.refused"), events(invoice));
        UUID fits = invoice(customer, "290.00");
        till.collect(DUE.plusDays(1));
        assertEquals(List.of("succeeded 290.00 2026-12-21"), collected(fits));
    }

    @Test
    void aRefusedCardIsTriedAgainAfterAPauseAndNotForEver() {
        save();
        agree("1000.00");
        bank.refuseCard(token(), "insufficient_funds");
        UUID invoice = invoice(customer, "300.00");
        for (int day = 0; day < 6; day++) {
            till.collect(DUE.plusDays(day));
            till.collect(DUE.plusDays(day));
        }
        assertEquals(
                List.of("cancelled 300.00 2026-12-20", "cancelled 300.00 2026-12-21", "cancelled 300.00 2026-12-22"),
                collected(invoice));
        assertTrue(own().enabled(), "the next invoice may find money");
    }

    @Test
    void anUnknownOutcomeIsNeverChargedAgain() {
        save();
        agree("1000.00");
        UUID invoice = invoice(customer, "300.00");
        bank.mood(Mood.BROKEN);
        for (int day = 0; day < 3; day++) {
            till.collect(DUE.plusDays(day));
        }
        assertEquals(List.of("unknown 300.00 2026-12-20"), collected(invoice));
        assertEquals(2, bank.charges());
        // a day later its key is forgotten there: to call again would charge again
        UUID payment = payment(invoice);
        provider.sql.update(
                "update payment_attempts set began_at = began_at - interval '24 hours' where payment_id = ?", payment);
        bank.mood(Mood.NORMAL);
        itIsTime(payment);
        till.runJob();
        till.collect(DUE.plusDays(3));
        assertEquals(
                List.of("unknown 300.00 2026-12-20"), collected(invoice), "nor is it said that it was not charged");
        assertEquals(2, bank.charges());
        // the provider tells of it by itself
        String there = bank.ids().stream()
                .filter(id -> bank.notification(id).contains(payment.toString()))
                .findFirst()
                .orElseThrow();
        till.hear("yookassa", bank.notification(there), null);
        till.runJob();
        assertEquals(List.of("succeeded 300.00 2026-12-20"), collected(invoice));
    }

    @Test
    void aCardThatIsRefusedForGoodIsNotTriedAgain() {
        save();
        agree("1000.00");
        bank.refuseCard(token(), "permission_revoked");
        UUID invoice = invoice(customer, "300.00");
        till.collect(DUE);
        till.collect(DUE.plusDays(1));
        assertEquals(List.of("cancelled 300.00 2026-12-20"), collected(invoice));
        assertFalse(own().enabled());
        assertEquals("refused", own().stopped());
        assertEquals(List.of("billing.autopay.enabled", "billing.autopay.disabled"), events(customer));
        provider.sql.update("update saved_methods set expires_on = '2026-12-22' where customer_id = ?", customer);
        save();
        assertTrue(agree("1000.00").enabled());
        till.collect(DUE.plusDays(2));
        assertEquals(2, collected(invoice).size(), "a new card is a new chance");
    }

    @Test
    void anExpiredCardIsNotTried() {
        save();
        agree("1000.00");
        provider.sql.update("update saved_methods set expires_on = ? where customer_id = ?", DUE, customer);
        UUID invoice = invoice(customer, "300.00");
        till.collect(DUE);
        assertEquals(List.of(), collected(invoice));
        assertEquals("expired", own().stopped());
    }

    @Test
    void aRemovedCardIsForgottenAndChargesNobody() {
        save();
        agree("1000.00");
        UUID invoice = invoice(customer, "300.00");
        Autopay none = till.autopay(customer, autopays -> {
            autopays.removeMethod();
            return autopays.own();
        });
        assertFalse(none.enabled());
        assertNull(none.method());
        till.collect(DUE);
        assertEquals(List.of(), collected(invoice));
        assertEquals(
                0,
                provider.sql.number(
                        "select count(*) from saved_methods where customer_id = ? and token is not null", customer));
        assertEquals(List.of("billing.autopay.enabled", "billing.autopay.disabled"), events(customer));
    }

    @Test
    void aPayerOnTheProvidersPageIsNotOvertaken() {
        save();
        agree("1000.00");
        UUID invoice = invoice(customer, "300.00");
        till.pay(customer, card("300.00", invoice), "by hand");
        provider.sql.update("update payments set created_at = ? where request_key = 'by hand'", at(DUE, "11:50"));
        till.collect(DUE);
        assertEquals(
                List.of(),
                collected(invoice).stream()
                        .filter(one -> one.contains(DUE.toString()))
                        .toList());
    }

    @Test
    void severalNodesCollectOnce() throws Exception {
        save();
        agree("1000.00");
        UUID invoice = invoice(customer, "300.00");
        ExecutorService threads = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Boolean>> nodes = IntStream.range(0, 6)
                    .mapToObj(node -> (Callable<Boolean>) () -> {
                        try (Till own = new Till(roads)) {
                            own.collect(DUE);
                            return true;
                        }
                    })
                    .toList();
            for (Future<Boolean> node : threads.invokeAll(nodes)) {
                node.get();
            }
        } finally {
            threads.shutdownNow();
        }
        till.runJob();
        assertEquals(List.of("succeeded 300.00 2026-12-20"), collected(invoice));
        assertEquals(2, bank.charges());
    }

    @Test
    void stripeChargesTheCardWithoutThePayer() throws Exception {
        try (StandInProvider there = StandInProvider.start(0, "shop", "key", Optional.empty())
                        .withStripe("sk", "whsec", Optional.empty());
                Till abroad = new Till(
                        new Providers(List.of(new Stripe(there.url(), "sk", "whsec", Duration.ofSeconds(5)))))) {
            UUID first = abroad.pay(customer, saving(), "s").id();
            there.pay(externalId(first));
            itIsTime(first);
            abroad.runJob();
            assertEquals(
                    "visa", abroad.autopay(customer, Autopays::own).method().brand());
            abroad.autopay(customer, autopays -> autopays.change(new AutopayChange(true, new BigDecimal("500.00"))));
            UUID invoice = invoice(customer, "300.00");
            abroad.collect(DUE);
            assertEquals(List.of("succeeded 290.00 2026-12-20"), collected(invoice));
            there.refuseCard(token().replaceAll(".*/", ""), "insufficient_funds");
            UUID second = invoice(customer, "100.00");
            abroad.collect(DUE.plusDays(1));
            assertEquals(List.of("cancelled 100.00 2026-12-21"), collected(second));
            assertEquals("insufficient_funds", abroad.payment(payment(second)).failure());
        }
    }

    @Test
    void aNumberOfACardIsNoToken() {
        assertThrows(
                DatabaseException.class,
                () -> provider.sql.update(
                        """
                        insert into saved_methods (id, customer_id, provider, token, brand, last4, created_at)
                        values (gen_random_uuid(), ?, 'yookassa', '5555555555554477', 'Mir', '4477', now())""",
                        customer));
    }

    private PayRequest saving() {
        return new PayRequest(null, BigDecimal.TEN, null, PaymentMethod.CARD, null, true);
    }

    /** The customer pays an invoice of ten roubles and has the card saved. */
    private void save() {
        invoice(customer, "10.00");
        UUID payment =
                till.pay(customer, saving(), UUID.randomUUID().toString()).id();
        if (status(payment).equals("unknown")) {
            // the first answer of a machine that has just started may take longer than these tests wait
            till.settle(payment);
        }
        bank.pay(externalId(payment));
        itIsTime(payment);
        till.runJob();
        assertEquals("succeeded", status(payment));
    }

    private Autopay agree(String most) {
        return till.autopay(customer, autopays -> autopays.change(new AutopayChange(true, new BigDecimal(most))));
    }

    private Autopay own() {
        return till.autopay(customer, Autopays::own);
    }

    private String token() {
        return provider.sql
                .first(
                        "select token from saved_methods where customer_id = ? and removed_at is null",
                        row -> row.getString(1),
                        customer)
                .orElseThrow();
    }

    private UUID payment(UUID invoice) {
        return provider.sql
                .first(
                        "select id from payments where invoice_id = ? and method = 'autopay'",
                        row -> row.getObject(1, UUID.class),
                        invoice)
                .orElseThrow();
    }

    private List<String> collected(UUID invoice) {
        return provider.sql.list(
                """
                select concat_ws(' ', status, amount, collected_on) from payments
                where invoice_id = ? and method = 'autopay' order by id""",
                row -> row.getString(1),
                invoice);
    }

    private static java.time.Instant at(LocalDate day, String time) {
        return day.atTime(java.time.LocalTime.parse(time))
                .atZone(java.time.ZoneId.of("Europe/Moscow"))
                .toInstant();
    }
}
