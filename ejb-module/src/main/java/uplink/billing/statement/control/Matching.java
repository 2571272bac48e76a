package uplink.billing.statement.control;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.payment.control.Payers;
import uplink.billing.statement.boundary.BankEntry;
import uplink.billing.statement.boundary.Clue;
import uplink.billing.statement.boundary.Suggestion;
import uplink.shared.Sql;

/** Whose money it is. */
public final class Matching {

    private static final int SETTLEMENT_LENGTH = 20;
    private static final String SUGGESTION =
            """
            select c.id, c.full_name, c.contract_number, c.status = 'closed', %s, exists (select 1 from invoices i
                where i.customer_id = c.id and i.status in ('pending', 'overdue') and i.kind = 'invoice' and i.amount
                    - coalesce((select sum(a.amount) from allocations a where a.invoice_id = i.id), 0) = ?)
            from customers c\s""";

    private final Sql sql;

    public Matching(Sql sql) {
        this.sql = sql;
    }

    /** What cannot be chance: everything that was found leads to one customer, whose contract is not closed. */
    Optional<Suggestion> certain(BankEntry entry) {
        List<Suggestion> found = found(entry);
        boolean one = found.stream().map(Suggestion::customerId).distinct().count() == 1;
        return one && found.stream().noneMatch(Suggestion::closed)
                ? found.stream()
                        .filter(hit -> hit.invoiceId() != null)
                        .findFirst()
                        .or(() -> Optional.of(found.get(0)))
                : Optional.empty();
    }

    /** What was found, and what is only likely; each customer once. */
    public List<Suggestion> suggestions(BankEntry entry) {
        List<Suggestion> all = new ArrayList<>(found(entry));
        all.addAll(paidBefore(entry));
        all.addAll(sameName(entry));
        Set<UUID> seen = new HashSet<>();
        return all.stream()
                .filter(suggestion -> seen.add(suggestion.customerId()))
                .toList();
    }

    private List<Suggestion> found(BankEntry entry) {
        Clues clues = Clues.in(entry.purpose());
        List<Suggestion> found = new ArrayList<>();
        for (String number : clues.contractsOr(entry.purpose(), prefix())) {
            Payers.byNumber(sql, number)
                    .ifPresent(payer -> found.addAll(hits(
                            entry,
                            Clue.CONTRACT,
                            "null::uuid",
                            "where c.id = ? and c.currency = ?",
                            payer.customerId())));
        }
        for (String number : clues.invoices()) {
            found.addAll(hits(
                    entry,
                    Clue.INVOICE,
                    "n.id",
                    """
                    join invoices n on n.customer_id = c.id and n.number in (?, (select s.prefix
                        || lpad(?, greatest(s.width, length(?)), '0') from number_series s where s.series = 'invoice'))
                    where n.kind = 'invoice' and c.currency = ?""",
                    number.toUpperCase(Locale.ROOT),
                    number,
                    number));
        }
        if (entry.partyInn() != null && isPayersOwn(entry.partyAccount())) {
            found.addAll(hits(
                    entry,
                    Clue.INN,
                    "null::uuid",
                    "where c.kind = 'company' and c.inn = ? and c.currency = ?",
                    entry.partyInn()));
        }
        return found;
    }

    private String prefix() {
        return sql.first("select prefix from number_series where series = 'contract'", row -> row.getString(1))
                .orElse("");
    }

    /**
     * Banks forward people's payments from accounts of their own, with their own INN: that says nothing about the payer.
     * Accounts of organisations begin so (Bank of Russia, chart of accounts 809-P, 405 to 407 and 40802).
     */
    private static boolean isPayersOwn(@Nullable String account) {
        return account == null
                || account.length() != SETTLEMENT_LENGTH
                || account.matches("(40[567]|40802).*")
                || !account.matches("[0-9]+");
    }

    private List<Suggestion> paidBefore(BankEntry entry) {
        return entry.partyAccount() == null || !isPayersOwn(entry.partyAccount()) && !isPersons(entry.partyAccount())
                ? List.of()
                : hits(
                        entry,
                        Clue.BEFORE,
                        "null::uuid",
                        """
                        where c.id in (select p.customer_id from bank_entries e join bank_matches m on m.entry_id = e.id
                            join payments p on p.id = m.payment_id where e.party_account = ? and e.status = 'matched'
                            and m.undone_at is null limit 5) and c.currency = ? limit 5""",
                        entry.partyAccount());
    }

    private static boolean isPersons(String account) {
        return account.startsWith("40817");
    }

    /** Banks write a person they forward for as {@code BANK//Surname Name//address//}. */
    private List<Suggestion> sameName(BankEntry entry) {
        String written = entry.partyName() == null ? "" : entry.partyName();
        String[] parts = written.split("//", -1);
        String name = (parts.length > 2 ? parts[1] : written).strip();
        return name.length() < 5
                ? List.of()
                : hits(
                        entry,
                        Clue.NAME,
                        "null::uuid",
                        """
                        join customer_search x on x.customer_id = c.id and x.content like '%' || fold_text(?) || '%'
                        where c.currency = ? limit 5""",
                        Sql.prefix(name).replaceFirst("%$", ""));
    }

    private List<Suggestion> hits(BankEntry entry, Clue clue, String invoice, String where, Object... values) {
        @Nullable Object[] all = new Object[values.length + 2];
        all[0] = entry.amount();
        System.arraycopy(values, 0, all, 1, values.length);
        all[values.length + 1] = entry.currency();
        return sql.list(SUGGESTION.formatted(invoice) + where, row -> suggestion(row, clue), all);
    }

    private static Suggestion suggestion(ResultSet row, Clue clue) throws SQLException {
        return new Suggestion(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                clue,
                row.getObject(5, UUID.class),
                row.getBoolean(6));
    }
}
