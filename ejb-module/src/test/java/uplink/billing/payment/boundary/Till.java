package uplink.billing.payment.boundary;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import uplink.billing.autopay.boundary.Autopay;
import uplink.billing.autopay.boundary.AutopayBook;
import uplink.billing.autopay.boundary.AutopayJob;
import uplink.billing.autopay.boundary.Autopays;
import uplink.billing.autopay.control.AutopayRows.DueInvoice;
import uplink.billing.payment.control.Asking;
import uplink.billing.payment.control.Due;
import uplink.billing.payment.control.PaymentProvider.Notification;
import uplink.billing.payment.control.ProviderAnswer;
import uplink.billing.payment.control.Providers;
import uplink.billing.reconciliation.boundary.Correcting;
import uplink.billing.reconciliation.boundary.Discrepancy;
import uplink.billing.reconciliation.boundary.Explanation;
import uplink.billing.reconciliation.boundary.ReconciliationJob;
import uplink.billing.reconciliation.boundary.Reconciliations;
import uplink.billing.reconciliation.boundary.TakeOver;
import uplink.billing.reconciliation.boundary.TakingOver;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Json;
import uplink.shared.Permission;
import uplink.testing.Boundaries;

/** One place where payments are made: a connection of its own, and a transaction for each step, as in the container. */
final class Till implements AutoCloseable {

    private final Boundaries boundaries = new Boundaries(PaymentCases.DECEMBER);

    Till(Providers roads) {
        PaymentBook book = boundaries.get(PaymentBook.class);
        BalancePayments balance = boundaries.get(BalancePayments.class);
        boundaries
                .with(Providers.class, roads)
                .with(PaymentBook.class, new InTransactions(book))
                .with(AutopayBook.class, collecting())
                .with(BalancePayments.class, new BalancePayments() {
                    @Override
                    public PaymentStarted pay(PayRequest wanted, String key) {
                        return boundaries.call(() -> balance.pay(wanted, key));
                    }
                });
    }

    PaymentStarted pay(UUID customer, PayRequest wanted, String key) {
        Caller caller =
                new Caller(UUID.randomUUID(), customer, "c", Set.of(Permission.SELF_READ, Permission.SELF_WRITE));
        return Callers.as(caller, () -> boundaries.get(Checkout.class).pay(wanted, key));
    }

    WaysToPay ways() {
        return boundaries.get(Checkout.class).offered();
    }

    void hear(Map<String, Object> notification) {
        hear("yookassa", Json.write(notification), null);
    }

    void hear(String from, String body, String signature) {
        boundaries.get(Gateway.class).hear(from, body, signature);
    }

    void runJob() {
        boundaries.get(PaymentJob.class).run(Instant.EPOCH);
    }

    void settle(UUID payment) {
        boundaries.get(Settling.class).settle(payment);
    }

    Payment cash(UUID customer, String amount, UUID invoice) {
        return boundaries.call(() -> boundaries
                .get(Payments.class)
                .take(new CashPayment(customer, new BigDecimal(amount), null, invoice, null)));
    }

    Payment payment(UUID id) {
        return boundaries.get(Payments.class).get(id);
    }

    List<PaymentAttempt> attempts(UUID id) {
        return boundaries.get(Payments.class).listAttempts(id);
    }

    /** One morning's collecting. */
    void collect(LocalDate today) {
        boundaries.today(today);
        boundaries.get(AutopayJob.class).run(Instant.EPOCH);
        runJob();
    }

    Autopay autopay(UUID customer, Function<Autopays, Autopay> with) {
        Caller caller = new Caller(
                UUID.randomUUID(),
                customer,
                "c",
                Set.of(Permission.SELF_READ, Permission.SELF_WRITE, Permission.PAYMENT_READ));
        return Callers.as(caller, () -> boundaries.call(() -> with.apply(boundaries.get(Autopays.class))));
    }

    /** The registers of all days that have ended by then. */
    void reconcile(Instant now) {
        boundaries.get(ReconciliationJob.class).reconcile(now);
    }

    Reconciliations reconciliations() {
        return boundaries.get(Reconciliations.class);
    }

    Discrepancy takeOver(UUID discrepancy, String contract) {
        return boundaries.get(TakingOver.class).takeOver(discrepancy, new TakeOver(contract));
    }

    Discrepancy discrepancy(UUID id) {
        return boundaries.get(Reconciliations.class).get(id);
    }

    Discrepancy explain(UUID discrepancy, String reason) {
        return boundaries.call(
                () -> boundaries.get(Reconciliations.class).explain(discrepancy, new Explanation(reason)));
    }

    Discrepancy correct(UUID discrepancy, String reason) {
        return boundaries.call(() -> boundaries.get(Correcting.class).request(discrepancy, new Explanation(reason)));
    }

    @Override
    public void close() throws SQLException {
        boundaries.close();
    }

    /** Its transactions are its own, and what it calls takes part in them. */
    private AutopayBook collecting() {
        Boundaries inner = boundaries;
        AutopayBook book = new AutopayBook();
        return new AutopayBook() {
            @Override
            public void stopHopeless() {
                inner.run(() -> ready().stopHopeless());
            }

            @Override
            public List<DueInvoice> due(UUID after, int atMost) {
                return inner.call(() -> ready().due(after, atMost));
            }

            @Override
            public Optional<UUID> begin(DueInvoice due) {
                return inner.call(() -> ready().begin(due));
            }

            private AutopayBook ready() {
                return inner.injected(book);
            }
        };
    }

    private final class InTransactions extends PaymentBook {

        private final PaymentBook book;

        InTransactions(PaymentBook book) {
            this.book = book;
        }

        @Override
        public UUID open(PayRequest wanted, String provider, String key) {
            return boundaries.call(() -> book.open(wanted, provider, key));
        }

        @Override
        public Optional<UUID> collect(Collection wanted, String currency) {
            return book.collect(wanted, currency);
        }

        @Override
        public UUID adopt(UUID customer, String provider, ProviderAnswer told) {
            return boundaries.call(() -> book.adopt(customer, provider, told));
        }

        @Override
        public List<Due> due(int atMost, Set<String> without) {
            return boundaries.call(() -> book.due(atMost, without));
        }

        @Override
        public Optional<Asking> begin(UUID payment) {
            return boundaries.call(() -> book.begin(payment));
        }

        @Override
        public void record(Asking asking, ProviderAnswer said) {
            boundaries.run(() -> book.record(asking, said));
        }

        @Override
        public void notified(String provider, Notification notification) {
            boundaries.run(() -> book.notified(provider, notification));
        }

        @Override
        public PaymentStarted standing(UUID payment) {
            return boundaries.call(() -> book.standing(payment));
        }
    }
}
