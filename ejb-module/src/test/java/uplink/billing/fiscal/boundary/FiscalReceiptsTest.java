package uplink.billing.fiscal.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import uplink.billing.fiscal.control.AtolOnline;
import uplink.billing.fiscal.control.FiscalAnswer;
import uplink.billing.fiscal.control.FiscalFiles;
import uplink.billing.fiscal.control.FiscalOrder;
import uplink.billing.fiscal.control.FiscalService;
import uplink.billing.fiscal.control.FiscalSettings;
import uplink.billing.payment.boundary.CashPayment;
import uplink.billing.payment.boundary.Payments;
import uplink.shared.BusinessException;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.Json;
import uplink.shared.PageRequest;
import uplink.standin.Mood;
import uplink.standin.StandInFiscal;
import uplink.testing.Boundaries;
import uplink.testing.Patience;
import uplink.testing.Provider;

/** Receipts from their causes to what was printed; the service behaves, or does not. */
class FiscalReceiptsTest {

    private static final Instant NOON = Instant.parse("2026-12-01T09:00:00Z");

    private final Provider provider = new Provider();
    private final StandInFiscal service = StandInFiscal.start();
    private final Boundaries boundaries = new Boundaries(LocalDate.of(2026, 12, 1));
    private final UUID customer = provider.customer();

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

    private void with(FiscalService printer) {
        boundaries.with(FiscalSettings.class, new FiscalSettings(Optional.of(printer), "20", "us@example.org"));
    }

    /** Each step is a transaction of its own, as in the container. */
    private static final class Committing extends FiscalBook {
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

    private void on(String type, Map<String, Object> data) {
        boundaries.run(
                () -> boundaries.get(FiscalEvents.class).on(Event.of(type, "/billing", UUID.randomUUID(), data, NOON)));
    }

    private Map<String, Object> money(UUID payment, String amount, String method) {
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

    private UUID paid(String amount, String method) {
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

    private void runJob() {
        boundaries.get(FiscalJob.class).run(Instant.EPOCH);
    }

    private void itIsTime() {
        provider.sql.update("update fiscal_receipts set ask_at = clock_timestamp() where ask_at is not null");
        runJob();
    }

    private List<FiscalReceipt> receipts() {
        return boundaries.get(FiscalReceipts.class).list(new FiscalQuery(null, null, "C-" + customer, 0, 50));
    }

    private FiscalReceipt only() {
        assertEquals(1, receipts().size());
        return receipts().get(0);
    }

    @Test
    void moneyThatCameIsAnAdvanceUntilItIsPrinted() {
        UUID payment = paid("1200.00", "card");
        assertEquals(FiscalStatus.WAITING, only().status());
        runJob();
        assertEquals(FiscalStatus.SENT, only().status());
        itIsTime();
        assertEquals(FiscalStatus.SENT, only().status(), "it is not printed yet");
        itIsTime();
        FiscalReceipt done = only();
        assertEquals(FiscalStatus.DONE, done.status());
        assertEquals("9999078900001234", done.document().get("fn_number"));
        assertEquals(3, done.calls());
        assertNotNull(done.doneAt());
        itIsTime();
        assertEquals(3, only().calls(), "nobody asks any more");
        assertEquals(
                List.of(done.id()),
                boundaries.get(FiscalReceipts.class).ofPayment(payment).stream()
                        .map(FiscalReceipt::id)
                        .toList());

        StandInFiscal.Registered sent = service.registered().get(0);
        assertEquals("sell", sent.operation());
        assertEquals(done.id().toString(), sent.externalId());
        assertEquals(
                Json.readMap(
                        """
                        {"client": {"email": "anna@example.org"},
                         "company": {"email": "us@example.org", "sno": "osn", "inn": "7707083893",
                                     "payment_address": "https://example.org"},
                         "items": [{"name": "Аванс за услуги связи, договор C-%s", "price": 1200.0, "quantity": 1,
                                    "sum": 1200.0, "payment_method": "advance", "payment_object": "payment",
                                    "vat": {"type": "vat120", "sum": 200.0}}],
                         "payments": [{"type": 1, "sum": 1200.0}], "total": 1200.0}"""
                                .formatted(customer)),
                Json.readMap(Json.write(sent.receipt())));
    }

    @Test
    void aCauseHasOneReceiptHoweverOftenItIsTold() {
        UUID payment = paid("100.00", "sbp");
        on("billing.payment.succeeded", money(payment, "100.00", "sbp"));
        on("billing.payment.refunded", with(money(payment, "40.00", "sbp"), "refundId", "R1-" + payment));
        on("billing.payment.refunded", with(money(payment, "40.00", "sbp"), "refundId", "R1-" + payment));
        on("billing.payment.refunded", with(money(payment, "60.00", "sbp"), "refundId", "R2-" + payment));
        assertEquals(
                List.of("refund 60.00", "refund 40.00", "advance 100.00"),
                receipts().stream()
                        .map(receipt -> receipt.kind().code() + " " + receipt.amount())
                        .toList());
        runJob();
        assertEquals(
                2,
                service.registered().stream()
                        .filter(sent -> sent.operation().equals("sell_refund"))
                        .count());
    }

    private static Map<String, Object> with(Map<String, Object> data, String name, String value) {
        Map<String, Object> more = new java.util.HashMap<>(data);
        more.put(name, value);
        return more;
    }

    @ParameterizedTest
    @CsvSource({"terminal,person,0", "balance,person,0", "bank,company,0", "bank,person,1", "cash,company,1"})
    void notAllMoneyHasAReceiptOfOurs(String method, String kind, int expected) {
        provider.sql.update("update customers set kind = ? where id = ?", kind, customer);
        UUID payment = paid("100.00", method);
        on("billing.payment.refunded", with(money(payment, "100.00", method), "refundId", "R-" + payment));
        assertEquals(2 * expected, receipts().size());
    }

    @ParameterizedTest
    @CsvSource({"cash,person,130.00", "bank,person,130.00", "bank,company,", "cash,company,130.00"})
    void whatIsPaidOutOfMoneyWithReceiptsHasOneToo(String method, String kind, String amount) {
        provider.sql.update("update customers set kind = ? where id = ?", kind, customer);
        UUID payment = paid("100.00", "cash");
        UUID terminal = paid("50.00", "terminal");
        UUID payout = Ids.next();
        provider.sql.update(
                """
                insert into payouts (id, customer_id, amount, currency, method, payee, account, bic, reason, status,
                    request_key, created_by, created_at, paid_at)
                select ?, ?, 180, 'RUB', m, n, a, b, 'x', 'paid', 'k', ?, now(), now() from (values
                    ('cash', null, null, null), ('bank', 'A', repeat('4', 20), repeat('0', 9))) v (m, n, a, b)
                where m = ?""",
                payout,
                customer,
                payout,
                method);
        uses(payout, "payment", payment, "100.00");
        uses(payout, "payment", terminal, "50.00");
        uses(payout, "credit-note", null, "30.00");
        Map<String, Object> told = Map.of(
                "payoutId",
                payout.toString(),
                "customerId",
                customer.toString(),
                "amount",
                "180.00",
                "currency",
                "RUB",
                "method",
                method);
        on("billing.payout.paid", told);
        on("billing.payout.paid", told);
        List<String> refunds = receipts().stream()
                .filter(receipt -> receipt.kind() == FiscalKind.REFUND)
                .map(receipt -> receipt.amount() + " " + receipt.content().paid())
                .toList();
        assertEquals(
                amount == null ? List.of() : List.of(amount + (method.equals("cash") ? " cash" : " cashless")),
                refunds);
    }

    private void uses(UUID payout, String type, UUID payment, String amount) {
        UUID credit = Ids.next();
        provider.sql.update(
                """
                insert into transactions (id, debit_account, credit_account, amount, type, payment_id, group_id,
                    effective_on, created_at)
                select ?, a.id, ?, ?, ?, ?, ?, '2026-12-01', now() from ledger_accounts a where a.code = 'revenue'""",
                credit,
                customer,
                new BigDecimal(amount),
                type,
                payment,
                credit);
        provider.sql.update("insert into payout_uses values (?, ?, ?)", payout, credit, new BigDecimal(amount));
    }

    private UUID invoice(String amount, String items) {
        UUID id = Ids.next();
        provider.sql.update(
                """
                insert into invoices (id, customer_id, number, kind, status, amount, tax, currency, issued_on, due_date,
                    items, created_at)
                values (?, ?, ?, 'invoice', 'pending', ?, 0, 'RUB', '2026-12-01', '2026-12-20', ?::jsonb, now())""",
                id,
                customer,
                "F-" + id.toString().substring(24),
                new BigDecimal(amount),
                items);
        provider.sql.update(
                "update customers set balance = balance - ? where id = ?", new BigDecimal(amount), customer);
        return id;
    }

    private void settled(UUID invoice) {
        on(
                "billing.invoice.paid",
                Map.of(
                        "invoiceId", invoice.toString(),
                        "customerId", customer.toString(),
                        "number", "F-1",
                        "amount", "650.00",
                        "currency", "RUB"));
    }

    private void cash(String amount) {
        boundaries.call(() -> boundaries
                .get(Payments.class)
                .take(new CashPayment(customer, new BigDecimal(amount), null, null, null)));
    }

    @Test
    void aPaidInvoiceIsAnOffsetWithItsLinesAndTheirTax() {
        UUID invoice = invoice(
                "650.00",
                """
                [{"ru": "Домашний 100", "amount": 550.00, "why": {"tax": {"pct": "20"}}},
                 {"ru": "Выделенный адрес", "amount": 100.00, "why": {}}]""");
        cash("650.00");
        settled(invoice);
        settled(invoice);
        FiscalReceipt offset = only();
        assertEquals(FiscalKind.OFFSET, offset.kind());
        assertEquals("advance", offset.content().paid());
        assertEquals(
                List.of("Домашний 100 550.00 20", "Выделенный адрес 100.00 null"),
                offset.content().items().stream()
                        .map(item -> item.name() + " " + item.amount() + " " + item.vatRate())
                        .toList());
        runJob();
        Map<?, ?> sent = service.registered().get(0).receipt();
        assertTrue(sent.toString().contains("payment_method=full_payment"), sent.toString());
        assertTrue(sent.toString().contains("type=vat20"), sent.toString());
        assertTrue(sent.toString().contains("type=none"), sent.toString());
    }

    @Test
    void onlyMoneyThatHadAReceiptIsOffset() {
        provider.credit(customer, "250.00");
        UUID invoice = invoice(
                "650.00", "[{\"ru\": \"Домашний\", \"amount\": 650.00, \"why\": {\"tax\": {\"pct\": \"20\"}}}]");
        cash("400.00");
        settled(invoice);
        FiscalReceipt offset = only();
        assertEquals(new BigDecimal("400.00"), offset.amount(), "the rest was no payment");
        assertEquals("Услуги связи, счёт F-1", offset.content().items().get(0).name());
    }

    @ParameterizedTest
    @EnumSource(
            value = Mood.class,
            names = {"SILENT", "BROKEN", "GARBAGE"})
    void noAnswerIsAskedForAgainAndRegistersNothingTwice(Mood mood) {
        paid("100.00", "card");
        service.mood(mood);
        runJob();
        assertEquals(FiscalStatus.WAITING, only().status());
        assertNotNull(only().detail());
        service.mood(Mood.NORMAL);
        itIsTime();
        assertEquals(FiscalStatus.SENT, only().status());
        itIsTime();
        itIsTime();
        assertEquals(FiscalStatus.DONE, only().status());
        assertEquals(1, service.registered().size());
    }

    @Test
    void aSilentServiceIsLeftAloneAfterThreeCalls() {
        for (int i = 0; i < 6; i++) {
            paid("100.00", "card");
        }
        service.mood(Mood.SILENT);
        runJob();
        assertEquals(3, receipts().stream().mapToInt(FiscalReceipt::calls).sum());
    }

    @Test
    void aRefusalWaitsForAPersonWhoSendsItAgainAsANewOne() {
        paid("100.00", "card");
        service.mood(Mood.REFUSING);
        runJob();
        FiscalReceipt failed = only();
        assertEquals(FiscalStatus.FAILED, failed.status());
        assertEquals("32 validation", failed.detail());
        service.mood(Mood.NORMAL);
        itIsTime();
        assertEquals(FiscalStatus.FAILED, only().status(), "nobody tries by himself");
        boundaries.call(() -> boundaries.get(FiscalReceipts.class).retry(failed.id()));
        runJob();
        itIsTime();
        itIsTime();
        assertEquals(FiscalStatus.DONE, only().status());
        assertEquals(failed.id() + "-2", service.registered().get(0).externalId());
        assertThrows(
                BusinessException.class,
                () -> boundaries.call(() -> boundaries.get(FiscalReceipts.class).retry(failed.id())));
        assertThrows(
                BusinessException.class,
                () -> boundaries.call(() -> boundaries.get(FiscalReceipts.class).retry(UUID.randomUUID())));
    }

    @Test
    void aRegisterWithoutPaperFailsTheReceipt() {
        paid("100.00", "cash");
        runJob();
        service.paper(false);
        itIsTime();
        assertEquals(FiscalStatus.FAILED, only().status());
        assertEquals("30 no paper", only().detail());
        assertEquals(
                List.of(only().id()),
                boundaries.get(FiscalReceipts.class).page(FiscalStatus.FAILED, PageRequest.of(1, null)).items().stream()
                        .map(FiscalReceipt::id)
                        .toList());
    }

    @Test
    void anExpiredTokenIsFetchedAgain() {
        paid("100.00", "card");
        runJob();
        service.expireTokens();
        itIsTime();
        itIsTime();
        assertEquals(FiscalStatus.DONE, only().status());
    }

    @Test
    void aReceiptWithoutAnAddressGoesToTheSeller() {
        provider.sql.update("update customers set email = null where id = ?", customer);
        paid("100.00", "card");
        assertEquals("us@example.org", only().content().email());
    }

    @Test
    void filesAreAServiceToo(@TempDir Path directory) throws IOException {
        with(new FiscalFiles(directory.resolve("receipts")));
        paid("100.00", "cash");
        runJob();
        FiscalReceipt done = only();
        assertEquals(FiscalStatus.DONE, done.status());
        Map<String, Object> file = Json.readMap(Files.readString(directory.resolve("receipts/" + done.id() + ".json")));
        assertEquals("advance", file.get("kind"));
        assertEquals(
                1,
                boundaries
                        .get(FiscalReceipts.class)
                        .count(new FiscalQuery(FiscalStatus.DONE, FiscalKind.ADVANCE, "C-" + customer, 0, 1)));
    }

    @Test
    void whereNobodyPrintsNothingIsWrittenDown() {
        boundaries.with(FiscalSettings.class, new FiscalSettings(Optional.empty(), "none", ""));
        try (Boundaries other = new Boundaries(LocalDate.of(2026, 12, 1))) {
            other.with(FiscalSettings.class, new FiscalSettings(Optional.empty(), "none", ""));
            other.run(() -> other.get(FiscalEvents.class)
                    .on(Event.of(
                            "billing.payment.succeeded",
                            "/billing",
                            customer,
                            money(Ids.next(), "100.00", "card"),
                            NOON)));
            other.get(FiscalJob.class).run(Instant.EPOCH);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        assertEquals(List.of(), receipts());
    }
}
