package uplink.billing.statement.control;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.boundary.TransferType;
import uplink.billing.ledger.control.HouseAccount;
import uplink.billing.ledger.control.Posting;
import uplink.billing.ledger.control.Transfer;
import uplink.billing.statement.boundary.BankEntry;
import uplink.billing.statement.boundary.EntryStatus;
import uplink.billing.statement.boundary.Suggestion;
import uplink.shared.Ids;
import uplink.shared.Settings;
import uplink.shared.Sql;
import uplink.shared.Trail;

/** Takes a proved file in: new entries once, their money into the books, and on to whose it certainly is. */
public record Intake(Sql sql, @Nullable UUID by, LocalDate today, Instant now) {

    /** Refusals: {@code validation} when the account's entries of these days came in another format. */
    public UUID take(String fileName, byte[] content, Read read) {
        sql.first("select pg_advisory_xact_lock(hashtextextended('bank-statements', 0))::text", row -> true);
        refuseOtherFormat(read);
        UUID file = write(fileName, content, read);
        List<BankEntry> added = add(file, read);
        List<BankEntry> incoming = added.stream()
                .filter(entry -> entry.status() == EntryStatus.WAITING)
                .toList();
        post(incoming);
        int matched = match(incoming);
        finish(file, added, incoming, matched);
        Trail.note(
                sql,
                by,
                new Trail.Note(
                        "bank-statement.upload",
                        "bank-file",
                        file.toString(),
                        Map.of("fileName", fileName, "added", added.size(), "matched", matched)));
        return file;
    }

    /** The same money has other ids in another format: it would come twice. */
    private void refuseOtherFormat(Read read) {
        Faults faults = new Faults();
        for (Read.Section section : read.sections()) {
            long others = sql.number(
                    """
                    select count(*) from bank_entries where account = ? and booked_on between ? and ? and format <> ?""",
                    section.account(),
                    section.from(),
                    section.to(),
                    read.format().code());
            if (others > 0) {
                faults.add(section.line(), "statement.other-format", section.account());
            }
        }
        faults.done();
    }

    private UUID write(String fileName, byte[] content, Read read) {
        UUID file = Ids.next();
        sql.update(
                """
                insert into bank_files (id, file_name, format, sha256, entries, currency, uploaded_by, uploaded_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                file,
                fileName,
                read.format().code(),
                sha256(content),
                read.entries().size(),
                Settings.currency(),
                by,
                now);
        int no = 1;
        for (Read.Section section : read.sections()) {
            List<Read.Entry> own = read.entries().stream()
                    .filter(entry -> Proof.isOf(section, entry))
                    .toList();
            sql.update(
                    """
                    insert into bank_statements (file_id, no, account, from_day, to_day, opening, incoming, outgoing,
                        closing) values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                    file,
                    no++,
                    section.account(),
                    section.from(),
                    section.to(),
                    section.opening(),
                    Proof.sum(own, Read.Entry::incoming),
                    Proof.sum(own, entry -> !entry.incoming()),
                    section.closing());
        }
        return file;
    }

    private List<BankEntry> add(UUID file, Read read) {
        List<Read.Entry> all = read.entries();
        return sql.list(
                """
                insert into bank_entries (id, entry_key, file_id, line, format, account, direction, amount, currency,
                    booked_on, document, party_name, party_inn, party_account, purpose, status, created_at)
                select e.id, e.key, ?, e.line, ?, e.account, e.direction, e.amount, e.currency, e.booked_on, e.document,
                    e.party_name, e.party_inn, e.party_account, e.purpose,
                    case e.direction when 'in' then 'waiting' else 'outgoing' end, ?
                from unnest(?::uuid[], ?::text[], ?::int[], ?::text[], ?::text[], ?::numeric[], ?::text[], ?::date[],
                    ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) as e (id, key, line, account, direction,
                    amount, currency, booked_on, document, party_name, party_inn, party_account, purpose)
                on conflict (entry_key) do nothing
                returning id, file_id, status, booked_on, amount, currency, account, document, party_name, party_inn,
                    party_account, purpose, reason""",
                EntryRows::entry,
                file,
                read.format().code(),
                now,
                all.stream().map(entry -> Ids.next()).toArray(UUID[]::new),
                texts(all, Read.Entry::key),
                all.stream().map(Read.Entry::line).toArray(Integer[]::new),
                texts(all, Read.Entry::account),
                texts(all, entry -> entry.incoming() ? "in" : "out"),
                all.stream().map(Read.Entry::amount).toArray(BigDecimal[]::new),
                texts(all, Read.Entry::currency),
                all.stream().map(Read.Entry::bookedOn).toArray(LocalDate[]::new),
                texts(all, Read.Entry::document),
                texts(all, entry -> entry.party().name()),
                texts(all, entry -> entry.party().inn()),
                texts(all, entry -> entry.party().account()),
                texts(all, Read.Entry::purpose));
    }

    private static @Nullable String[] texts(List<Read.Entry> entries, Function<Read.Entry, @Nullable String> of) {
        @Nullable String[] texts = new String[entries.size()];
        for (int i = 0; i < texts.length; i++) {
            String text = of.apply(entries.get(i));
            texts[i] = text == null ? null : text.replace("\0", "");
        }
        return texts;
    }

    private void post(List<BankEntry> incoming) {
        List<Transfer> transfers = new ArrayList<>();
        for (BankEntry entry : incoming) {
            transfers.add(new Transfer(
                    Ids.next(),
                    HouseAccount.BANK.id(),
                    HouseAccount.UNMATCHED.id(),
                    entry.amount(),
                    TransferType.BANK_ENTRY,
                    null,
                    null,
                    entry.id(),
                    today,
                    null,
                    null));
        }
        Posting.post(sql, transfers, now);
    }

    private int match(List<BankEntry> incoming) {
        Matching matching = new Matching(sql);
        Map<BankEntry, Suggestion> certain = new LinkedHashMap<>();
        incoming.forEach(entry -> matching.certain(entry).ifPresent(hit -> certain.put(entry, hit)));
        // nobody decided: the file did
        Giving giving = new Giving(sql, null, today, now);
        giving.lock(certain.values().stream().map(Suggestion::customerId).toList());
        certain.forEach((entry, hit) -> {
            giving.book(entry, hit.customerId(), entry.amount(), hit.invoiceId(), hit.clue());
            giving.decide(entry, EntryStatus.MATCHED, null);
        });
        return certain.size();
    }

    private void finish(UUID file, List<BankEntry> added, List<BankEntry> incoming, int matched) {
        BigDecimal all = added.stream().map(BankEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal in = incoming.stream().map(BankEntry::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        sql.update(
                "update bank_files set added = ?, matched = ?, incoming = ?, outgoing = ? where id = ?",
                added.size(),
                matched,
                in,
                all.subtract(in),
                file);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
