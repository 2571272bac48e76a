package uplink.billing.fiscal.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.fiscal.boundary.FiscalContent;
import uplink.billing.fiscal.boundary.FiscalItem;
import uplink.billing.fiscal.boundary.FiscalKind;
import uplink.shared.Ids;
import uplink.shared.Json;
import uplink.shared.Sql;
import uplink.shared.Text;

/**
 * Which receipts the law wants (Federal law 54-ФЗ, article 1.2): one when money comes, one when it settles what was
 * delivered, one when it goes back. Money from agents' terminals has the agents' receipts; credit on the account has come
 * before; companies pay from bank to bank without any.
 */
public record Causes(Sql sql, FiscalSettings settings, Instant now) {

    private static final Set<String> WITH_RECEIPT = Set.of("cash", "card", "sbp", "autopay", "bank");
    private static final Locale READER = Locale.forLanguageTag("ru");
    private static final int LONGEST_NAME = 128;

    /** The customer of a receipt. */
    private record Buyer(UUID id, String contract, @Nullable String email, @Nullable String phone, boolean company) {}

    /** Money came: {@code billing.payment.succeeded}. */
    public void paid(Map<String, Object> event) {
        UUID payment = id(event, "paymentId");
        String method = text(event, "method");
        Optional<Buyer> buyer = buyer(id(event, "customerId"));
        if (buyer.isPresent() && wantsReceipt(method, buyer.get())) {
            BigDecimal amount = new BigDecimal(text(event, "amount"));
            FiscalItem item = advance(buyer.get(), amount);
            write(
                    "advance:" + payment,
                    FiscalKind.ADVANCE,
                    buyer.get(),
                    payment,
                    null,
                    text(event, "currency"),
                    content(buyer.get(), method.equals("cash") ? "cash" : "cashless", List.of(item)));
        }
    }

    /** An invoice is paid: {@code billing.invoice.paid}. Only money that had a receipt counts. */
    public void settled(Map<String, Object> event) {
        UUID invoice = id(event, "invoiceId");
        Optional<Buyer> buyer = buyer(id(event, "customerId"));
        BigDecimal paid = buyer.map(found -> paidWithReceipts(invoice, found)).orElse(BigDecimal.ZERO);
        if (buyer.isPresent() && paid.signum() > 0) {
            write(
                    "offset:" + invoice,
                    FiscalKind.OFFSET,
                    buyer.get(),
                    null,
                    invoice,
                    text(event, "currency"),
                    content(buyer.get(), "advance", items(invoice, text(event, "number"), paid)));
        }
    }

    /** Money goes back. Only what had a receipt has one for that. */
    public void returned(Map<String, Object> event, String cause) {
        UUID payment = id(event, "paymentId");
        String method = text(event, "method");
        Optional<Buyer> buyer = buyer(id(event, "customerId"));
        if (buyer.isPresent() && wantsReceipt(method, buyer.get())) {
            FiscalItem item = advance(buyer.get(), new BigDecimal(text(event, "amount")));
            write(
                    "refund:" + cause,
                    FiscalKind.REFUND,
                    buyer.get(),
                    payment,
                    null,
                    text(event, "currency"),
                    content(buyer.get(), method.equals("cash") ? "cash" : "cashless", List.of(item)));
        }
    }

    /**
     * Credit was paid out: {@code billing.payout.paid}. What had come with a receipt goes with one, and what a credit note
     * had given back of it.
     */
    public void paidOut(Map<String, Object> event) {
        UUID payout = id(event, "payoutId");
        String method = text(event, "method");
        Optional<Buyer> buyer = buyer(id(event, "customerId"));
        if (buyer.isEmpty() || !wantsReceipt(method, buyer.get())) {
            return;
        }
        BigDecimal amount = outWithReceipts(payout, buyer.get());
        if (amount.signum() > 0) {
            write(
                    "payout:" + payout,
                    FiscalKind.REFUND,
                    buyer.get(),
                    null,
                    null,
                    text(event, "currency"),
                    content(
                            buyer.get(),
                            method.equals("cash") ? "cash" : "cashless",
                            List.of(advance(buyer.get(), amount))));
        }
    }

    private BigDecimal outWithReceipts(UUID payout, Buyer buyer) {
        return sql.first(
                        """
                        select coalesce(sum(u.amount), 0) from payout_uses u
                        join transactions t on t.id = u.transaction_id left join payments p on p.id = t.payment_id
                        where u.payout_id = ? and (t.type = 'credit-note' or t.type = 'payment' and p.method = any (?))""",
                        row -> row.getBigDecimal(1),
                        payout,
                        withReceipt(buyer))
                .orElseThrow();
    }

    private static String[] withReceipt(Buyer buyer) {
        return WITH_RECEIPT.stream()
                .filter(method -> wantsReceipt(method, buyer))
                .toArray(String[]::new);
    }

    private static boolean wantsReceipt(String method, Buyer buyer) {
        return WITH_RECEIPT.contains(method) && !(method.equals("bank") && buyer.company());
    }

    private BigDecimal paidWithReceipts(UUID invoice, Buyer buyer) {
        return sql.first(
                        """
                        select coalesce(sum(a.amount), 0) from allocations a
                        join transactions t on t.id = a.transaction_id join payments p on p.id = t.payment_id
                        where a.invoice_id = ? and p.method = any (?)""",
                        row -> row.getBigDecimal(1),
                        invoice,
                        withReceipt(buyer))
                .orElseThrow();
    }

    /** The invoice's own lines where such money paid all of it; else one line for the part. */
    private List<FiscalItem> items(UUID invoice, String number, BigDecimal paid) {
        record Line(FiscalItem item, BigDecimal total) {}
        List<Line> lines = sql.list(
                """
                select coalesce(x->'why'->>'text', x->>'ru', ''), (x->>'amount')::numeric,
                    (x->'why'->'tax'->>'pct')::numeric, i.amount
                from invoices i cross join lateral jsonb_array_elements(i.items) x where i.id = ?""",
                row -> new Line(
                        new FiscalItem(
                                name(row.getString(1), number),
                                row.getBigDecimal(2),
                                false,
                                rate(row.getBigDecimal(3))),
                        row.getBigDecimal(4)),
                invoice);
        boolean whole = !lines.isEmpty()
                && lines.get(0).total().compareTo(paid) == 0
                && lines.stream().allMatch(line -> line.item().amount().signum() > 0);
        return whole
                ? lines.stream().map(Line::item).toList()
                : List.of(new FiscalItem(name("", number), paid, false, settings.advanceRate()));
    }

    private static @Nullable BigDecimal rate(@Nullable BigDecimal percent) {
        return percent == null || percent.signum() == 0 ? null : percent;
    }

    private static String name(@Nullable String title, String number) {
        String name = title == null || title.isBlank()
                ? Text.of("fiscal.item.invoice", number).in(READER)
                : title;
        return name.substring(0, Math.min(name.length(), LONGEST_NAME));
    }

    private FiscalItem advance(Buyer buyer, BigDecimal amount) {
        return new FiscalItem(
                Text.of("fiscal.item.advance", buyer.contract()).in(READER), amount, true, settings.advanceRate());
    }

    private FiscalContent content(Buyer buyer, String paid, List<FiscalItem> items) {
        boolean unreachable = buyer.email() == null && buyer.phone() == null;
        String fallback = settings.fallbackEmail().isEmpty() ? null : settings.fallbackEmail();
        return new FiscalContent(
                unreachable ? fallback : buyer.email(),
                buyer.phone(),
                paid,
                items.stream().map(FiscalItem::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                new ArrayList<>(items));
    }

    private void write(
            String cause,
            FiscalKind kind,
            Buyer buyer,
            @Nullable UUID payment,
            @Nullable UUID invoice,
            String currency,
            FiscalContent content) {
        sql.update(
                """
                insert into fiscal_receipts (id, cause, kind, customer_id, payment_id, invoice_id, amount, currency,
                    content, status, ask_at, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, 'waiting', clock_timestamp(), ?)
                on conflict (cause) do nothing""",
                Ids.next(),
                cause,
                kind.code(),
                buyer.id(),
                payment,
                invoice,
                content.total(),
                currency,
                Json.write(content),
                now);
    }

    private Optional<Buyer> buyer(UUID customer) {
        return sql.first(
                "select id, contract_number, email, phone, kind = 'company' from customers where id = ?",
                row -> new Buyer(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getBoolean(5)),
                customer);
    }

    private static UUID id(Map<String, Object> event, String name) {
        return UUID.fromString(text(event, name));
    }

    private static String text(Map<String, Object> event, String name) {
        Object value = event.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name + " in the event");
        }
        return value.toString();
    }
}
