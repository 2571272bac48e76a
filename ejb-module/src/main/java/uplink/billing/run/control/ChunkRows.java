package uplink.billing.run.control;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.invoice.control.InvoiceItems;
import uplink.billing.ledger.boundary.TransferType;
import uplink.billing.ledger.control.HouseAccount;
import uplink.billing.policy.control.DueDays;
import uplink.billing.rating.boundary.RatedLine;
import uplink.billing.rating.control.ExplanationJson;
import uplink.shared.Ids;

/** Turns drafts into the rows of invoices, charges, transfers and events, ready to be copied. */
final class ChunkRows {

    private final Chunk chunk;
    private final Titles titles;
    private final InvoiceNumbers numbers;
    private final LocalDate dueFrom;
    private final DueDays dueDays;
    private final Instant now;
    private final InvoiceItems items = new InvoiceItems();

    private final CopyRows invoices = new CopyRows(
            "invoices",
            "id, customer_id, number, kind, status, amount, tax, currency, issued_on, due_date, paid_at, items, run_id,"
                    + " created_at");
    private final CopyRows charges = new CopyRows(
            "charges",
            "subscription_id, kind, period_start, cause, period_end, amount, tax, tariff_version_id, invoice_id,"
                    + " explanation, created_at");
    private final CopyRows transfers = new CopyRows(
            "transactions",
            "id, debit_account, credit_account, amount, type, invoice_id, group_id, effective_on, created_at");
    private final CopyRows credits = new CopyRows("open_credits", "transaction_id, customer_id, remaining");
    private final CopyRows events = new CopyRows("outbox", "id, type, source, subject, data, occurred_at");
    final Gathered gathered = new Gathered();

    ChunkRows(Chunk chunk, Titles titles, InvoiceNumbers numbers, LocalDate dueFrom, DueDays dueDays, Instant now) {
        this.chunk = chunk;
        this.titles = titles;
        this.numbers = numbers;
        this.dueFrom = dueFrom;
        this.dueDays = dueDays;
        this.now = now;
    }

    void add(Draft draft) {
        UUID invoice = draft.hasInvoice() ? Ids.next() : null;
        for (Draft.Line line : draft.lines) {
            String why = ExplanationJson.write(line.rated().explanation());
            if (line.stored()) {
                gathered.add(line, invoice);
            } else {
                charge(line, line.invoiced() ? invoice : null, why);
            }
            if (line.invoiced()) {
                item(line, why);
            }
        }
        if (invoice != null) {
            invoice(invoice, draft, items.end());
            transfer(draft.customer, HouseAccount.REVENUE, draft.postedNet, TransferType.INVOICE, invoice, invoice);
            transfer(draft.customer, HouseAccount.TAX, draft.postedTax, TransferType.TAX, invoice, invoice);
        }
        if (draft.dailyNet.signum() != 0 || draft.dailyTax.signum() != 0) {
            UUID group = Ids.next();
            transfer(draft.customer, HouseAccount.REVENUE, draft.dailyNet, TransferType.DAILY, null, group);
            transfer(draft.customer, HouseAccount.TAX, draft.dailyTax, TransferType.DAILY, null, group);
        }
    }

    private void charge(Draft.Line line, @Nullable UUID invoice, String why) {
        RatedLine rated = line.rated();
        charges.add(line.subscription())
                .add(rated.key().kind().code())
                .add(rated.key().periodStart())
                .add(rated.key().cause())
                .add(rated.to())
                .add(rated.gross())
                .add(rated.tax().amount())
                .add(rated.tariffVersionId())
                .add(invoice)
                .addJson(why)
                .add(now)
                .end();
    }

    private void item(Draft.Line line, String why) {
        RatedLine rated = line.rated();
        Titles.Title title = titles.of(rated.tariffVersionId());
        items.add(
                line.subscription(),
                line.tariff(),
                title == null ? null : title.ru(),
                title == null ? null : title.en(),
                rated.gross(),
                rated.tax().amount(),
                why);
    }

    private void invoice(UUID id, Draft draft, String lines) {
        boolean credit = draft.isCreditNote();
        boolean settled = draft.total.signum() <= 0;
        BigDecimal amount = draft.total.abs();
        String number = numbers.of(draft.position);
        LocalDate due = settled ? chunk.issuedOn() : dueFrom.plusDays(dueDays.of(draft.customer));
        invoices.add(id)
                .add(draft.customer)
                .add(number)
                .add(credit ? "credit-note" : "invoice")
                .add(settled ? "paid" : "pending")
                .add(amount)
                .add(credit ? draft.tax.negate() : draft.tax)
                .add(chunk.currency())
                .add(chunk.issuedOn())
                .add(due)
                .add(settled ? now : null)
                .addJson(lines)
                .add(chunk.runId())
                .add(now)
                .end();
        event(
                "billing.invoice.created",
                id,
                "{\"invoiceId\":\"" + id + "\",\"customerId\":\"" + draft.customer + "\",\"number\":\"" + number
                        + "\",\"kind\":\"" + (credit ? "credit-note" : "invoice") + "\",\"amount\":\""
                        + amount.toPlainString() + "\",\"currency\":\"" + chunk.currency() + "\",\"issuedOn\":\""
                        + chunk.issuedOn() + "\",\"dueDate\":\"" + due + "\"}");
    }

    /** A debit of the customer, or a credit when the amount is below zero. */
    private void transfer(
            UUID customer,
            HouseAccount house,
            BigDecimal amount,
            TransferType type,
            @Nullable UUID invoice,
            UUID group) {
        if (amount.signum() == 0) {
            return;
        }
        boolean credit = amount.signum() < 0;
        UUID id = Ids.next();
        transfers
                .add(id)
                .add(credit ? house.id() : customer)
                .add(credit ? customer : house.id())
                .add(amount.abs())
                .add((credit && invoice != null ? TransferType.CREDIT_NOTE : type).code())
                .add(invoice)
                .add(group)
                .add(chunk.issuedOn())
                .add(now)
                .end();
        if (credit) {
            credits.add(id).add(customer).add(amount.abs()).end();
        }
    }

    void event(String type, UUID subject, String data) {
        events.add(Ids.next())
                .add(type)
                .add("/billing")
                .add(subject.toString())
                .addJson(data)
                .add(now)
                .end();
    }

    void sendCharges(Connection connection) throws SQLException {
        invoices.send(connection);
        charges.send(connection);
    }

    void sendLedger(Connection connection) throws SQLException {
        transfers.send(connection);
        credits.send(connection);
    }

    void sendEvents(Connection connection) throws SQLException {
        events.send(connection);
    }
}
