package uplink.billing.fiscal.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.billing.payment.boundary.CashPayment;
import uplink.billing.payment.boundary.Payments;
import uplink.shared.Ids;
import uplink.shared.Json;
import uplink.standin.StandInFiscal;

/** Receipts follow their causes: money that came, went back, was paid out, or settled an invoice. */
class FiscalReceiptsTest extends FiscalCases {

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

    @Test
    void aReceiptWithoutAnAddressGoesToTheSeller() {
        provider.sql.update("update customers set email = null where id = ?", customer);
        paid("100.00", "card");
        assertEquals("us@example.org", only().content().email());
    }
}
