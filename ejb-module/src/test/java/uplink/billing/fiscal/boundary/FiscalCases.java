package uplink.billing.fiscal.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import uplink.billing.fiscal.control.AtolOnline;
import uplink.billing.fiscal.control.FiscalAnswer;
import uplink.billing.fiscal.control.FiscalOrder;
import uplink.billing.fiscal.control.FiscalService;
import uplink.billing.fiscal.control.FiscalSettings;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.standin.StandInFiscal;
import uplink.testing.Boundaries;
import uplink.testing.Patience;
import uplink.testing.Provider;

/** Causes of receipts, and a stand-in for the service that prints them. */
abstract class FiscalCases {

    static final Instant NOON = Instant.parse("2026-12-01T09:00:00Z");

    final Provider provider = new Provider();
    final StandInFiscal service = StandInFiscal.start();
    final Boundaries boundaries = new Boundaries(LocalDate.of(2026, 12, 1));
    final UUID customer = provider.customer();

    @BeforeEach
    void begin() {
        boundaries.with(FiscalBook.class, new Committing(boundaries, boundaries.get(FiscalBook.class)));
        provider.sql.update("update fiscal_receipts set status = 'failed', ask_at = null where ask_at is not null");
        with(Patience.by(
                FiscalService.class,
                service::mood,
                patience -> new AtolOnline(
                        new AtolOnline.Shop(
                                service.url(),
                                "shop",
                                "secret",
                                "group",
                                "7707083893",
                                "osn",
                                "us@example.org",
                                "https://example.org",
                                ZoneId.of("Europe/Moscow")),
                        patience)));
        provider.sql.update("update customers set email = 'anna@example.org' where id = ?", customer);
    }

    void with(FiscalService printer) {
        boundaries.with(FiscalSettings.class, new FiscalSettings(Optional.of(printer), "20", "us@example.org"));
    }

    /** Each step is a transaction of its own, as in the container. */
    static final class Committing extends FiscalBook {
        private final Boundaries boundaries;
        private final FiscalBook book;

        Committing(Boundaries boundaries, FiscalBook book) {
            this.boundaries = boundaries;
            this.book = book;
        }

        @Override
        public List<UUID> due(int atMost) {
            return boundaries.call(() -> book.due(atMost));
        }

        @Override
        public Optional<FiscalOrder> begin(UUID receipt) {
            return boundaries.call(() -> book.begin(receipt));
        }

        @Override
        public void record(FiscalOrder order, FiscalAnswer answer) {
            boundaries.run(() -> book.record(order, answer));
        }
    }

    @AfterEach
    void close() throws SQLException {
        boundaries.close();
        service.close();
    }

    void on(String type, Map<String, Object> data) {
        boundaries.run(
                () -> boundaries.get(FiscalEvents.class).on(Event.of(type, "/billing", UUID.randomUUID(), data, NOON)));
    }

    Map<String, Object> money(UUID payment, String amount, String method) {
        return Map.of(
                "paymentId",
                payment.toString(),
                "customerId",
                customer.toString(),
                "amount",
                amount,
                "currency",
                "RUB",
                "method",
                method);
    }

    UUID paid(String amount, String method) {
        UUID payment = Ids.next();
        provider.sql.update(
                """
                insert into payments (id, customer_id, amount, currency, method, provider, external_id, status, created_at,
                    confirmed_at) values (?, ?, ?, 'RUB', ?, 'test', ?, 'succeeded', now(), now())""",
                payment,
                customer,
                new BigDecimal(amount),
                method,
                payment.toString());
        on("billing.payment.succeeded", money(payment, amount, method));
        return payment;
    }

    void runJob() {
        boundaries.get(FiscalJob.class).run(Instant.EPOCH);
    }

    void itIsTime() {
        provider.sql.update("update fiscal_receipts set ask_at = clock_timestamp() where ask_at is not null");
        runJob();
    }

    List<FiscalReceipt> receipts() {
        return boundaries.get(FiscalReceipts.class).list(new FiscalQuery(null, null, "C-" + customer, 0, 50));
    }

    FiscalReceipt only() {
        assertEquals(1, receipts().size());
        return receipts().get(0);
    }
}
