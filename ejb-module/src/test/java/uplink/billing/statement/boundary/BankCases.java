package uplink.billing.statement.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uplink.billing.statement.StatementFiles.oneC;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import uplink.billing.statement.StatementFiles.Doc;
import uplink.shared.Ids;
import uplink.testing.Boundaries;
import uplink.testing.Provider;

/** Files of a bank, customers whom they are about, and books that agree afterwards. */
abstract class BankCases {

    static final LocalDate DECEMBER = LocalDate.of(2026, 12, 2);
    static final Charset WINDOWS = Charset.forName("windows-1251");

    final Provider provider = new Provider();
    final Boundaries boundaries = new Boundaries(DECEMBER);
    final BankStatements statements = boundaries.get(BankStatements.class);
    final BankDesk desk = boundaries.get(BankDesk.class);
    final String account = "4070281" + String.format("%013d", System.nanoTime() % 1_000_000_000_0000L);
    final BigDecimal waitedBefore = unmatched();

    @AfterEach
    void close() throws SQLException {
        boundaries.close();
    }

    UUID customer(String number) {
        UUID id = provider.customer();
        provider.sql.update("update customers set contract_number = ? where id = ?", number, id);
        return id;
    }

    static String number() {
        return "D" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT) + "7";
    }

    BankFile upload(Doc... docs) {
        return boundaries.call(() -> statements.upload("kl_to_1c.txt", oneC(WINDOWS, account, 0, List.of(docs))));
    }

    List<BankEntry> entries(EntryStatus status, BankFile file) {
        return desk.list(new BankEntryQuery(file.id(), status, null, null, 0, 100));
    }

    BigDecimal unmatched() {
        return provider.sql
                .first(
                        """
                        select coalesce(sum(case a.id when t.credit_account then t.amount else -t.amount end), 0)
                        from ledger_accounts a join transactions t on a.id in (t.credit_account, t.debit_account)
                        where a.code = 'unmatched'""",
                        row -> row.getBigDecimal(1))
                .orElseThrow();
    }

    BigDecimal waiting() {
        return unmatched().subtract(waitedBefore);
    }

    UUID invoice(UUID customer, String number, String amount) {
        UUID id = Ids.next();
        provider.sql.update(
                """
                insert into invoices (id, customer_id, number, kind, status, amount, tax, currency, issued_on, due_date,
                    items, created_at)
                values (?, ?, ?, 'invoice', 'pending', ?, 0, 'RUB', '2026-11-01', '2026-11-20', '[]', now())""",
                id,
                customer,
                number,
                new BigDecimal(amount));
        UUID transfer = Ids.next();
        provider.sql.update(
                """
                insert into transactions (id, debit_account, credit_account, amount, type, invoice_id, group_id,
                    effective_on, created_at)
                select ?, ?, a.id, ?, 'invoice', ?, ?, '2026-11-01', now() from ledger_accounts a where a.code = 'revenue'""",
                transfer,
                customer,
                new BigDecimal(amount),
                id,
                transfer);
        provider.sql.update(
                "update customers set balance = balance - ? where id = ?", new BigDecimal(amount), customer);
        return id;
    }

    void booksAgreeFor(UUID... customers) {
        for (UUID customer : customers) {
            assertEquals(provider.balanceByTransfers(customer), provider.balance(customer));
            assertEquals(
                    0,
                    provider.sql.number(
                            """
                            select count(*) from transactions t
                            left join (select transaction_id, sum(amount) as sum from allocations group by 1) a
                                on a.transaction_id = t.id
                            left join open_credits o on o.transaction_id = t.id
                            left join refunds r on r.payment_id = t.payment_id
                            where t.credit_account = ? and t.amount <> coalesce(a.sum, 0) + coalesce(o.remaining, 0)
                                + coalesce(r.amount, 0)""",
                            customer));
            assertEquals(
                    0,
                    provider.sql.number(
                            """
                            select count(*) from invoices i where i.customer_id = ? and (i.status = 'paid') <> (i.amount =
                                coalesce((select sum(a.amount) from allocations a where a.invoice_id = i.id), 0))""",
                            customer));
        }
    }
}
