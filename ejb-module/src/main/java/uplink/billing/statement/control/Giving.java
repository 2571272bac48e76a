package uplink.billing.statement.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.control.HouseAccount;
import uplink.billing.payment.boundary.PaymentMethod;
import uplink.billing.payment.control.Payers;
import uplink.billing.payment.control.Receipt;
import uplink.billing.payment.control.RefundRoad;
import uplink.billing.refund.boundary.RefundKind;
import uplink.billing.refund.boundary.RefundStatus;
import uplink.billing.refund.control.Back;
import uplink.billing.refund.control.MoneyBack;
import uplink.billing.refund.control.RefundRows;
import uplink.billing.statement.boundary.BankEntry;
import uplink.billing.statement.boundary.BankMatch;
import uplink.billing.statement.boundary.Clue;
import uplink.billing.statement.boundary.EntryStatus;
import uplink.billing.statement.boundary.Share;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Money;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;

/** Gives entries to customers, and takes them back: payments from the account of money that waits, and reversals to it. */
public record Giving(Sql sql, @Nullable UUID by, LocalDate today, Instant now) {

    static final String PROVIDER = "bank";

    private static final int LONGEST_COMMENT = 500;
    private static final int MOST_SHARES = 50;

    /** A share whose customer was found. */
    private record Part(UUID customer, BigDecimal amount) {}

    /** Refusals: {@code validation}, {@code invalid-state}. */
    public void assign(BankEntry entry, List<Share> shares) {
        List<Part> parts = parts(entry, shares);
        lock(parts.stream().map(Part::customer).toList());
        require(entry, EntryStatus.WAITING);
        parts.forEach(part -> book(entry, part.customer(), part.amount(), null, Clue.HAND));
        decide(entry, EntryStatus.MATCHED, null);
    }

    /** Refusals: {@code invalid-state}. */
    public void setAside(BankEntry entry, String reason) {
        require(entry, EntryStatus.WAITING);
        decide(entry, EntryStatus.NOT_OURS, reason);
    }

    /** Refusals: {@code invalid-state}. */
    public void undo(BankEntry entry, String reason) {
        List<BankMatch> made = new EntryRows(sql).matches(entry.id());
        lock(made.stream().map(BankMatch::customerId).toList());
        require(entry, EntryStatus.MATCHED, EntryStatus.NOT_OURS);
        made.stream().filter(match -> match.undoneAt() == null).forEach(match -> reverse(match, reason));
        decide(entry, EntryStatus.WAITING, reason);
    }

    /** The customer is locked. */
    void book(BankEntry entry, UUID customer, BigDecimal amount, @Nullable UUID invoice, Clue clue) {
        UUID payment = Ids.next();
        String purpose = entry.purpose();
        new Receipt(
                        customer,
                        amount,
                        entry.currency(),
                        PaymentMethod.BANK,
                        PROVIDER,
                        HouseAccount.UNMATCHED,
                        invoice,
                        purpose.substring(0, Math.min(purpose.length(), LONGEST_COMMENT)),
                        by)
                .book(sql, payment, payment.toString(), today, now);
        sql.update(
                "insert into bank_matches (payment_id, entry_id, amount, clue, made_at) values (?, ?, ?, ?, ?)",
                payment,
                entry.id(),
                amount,
                clue.code(),
                now);
    }

    void decide(BankEntry entry, EntryStatus status, @Nullable String reason) {
        sql.update(
                """
                update bank_entries set status = ?, reason = ?, decided_by = ?, decided_at = ?, version = version + 1
                where id = ?""",
                status.code(),
                reason,
                by,
                now,
                entry.id());
    }

    /** Customers first and in one order, as everywhere. */
    void lock(List<UUID> customers) {
        sql.list("select id from customers where id = any (?) order by id for no key update", row -> true, (Object)
                customers.toArray(UUID[]::new));
    }

    private void require(BankEntry entry, EntryStatus... allowed) {
        EntryStatus status = new EntryRows(sql).lock(entry.id());
        if (!Arrays.asList(allowed).contains(status)) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("statement.entry." + status.code()));
        }
    }

    private List<Part> parts(BankEntry entry, List<Share> shares) {
        Validation validation = new Validation();
        validation.check(!shares.isEmpty() && shares.size() <= MOST_SHARES, "shares", Text.of("statement.shares"));
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            String at = "shares[" + i + "].";
            BigDecimal amount = share.amount();
            validation.require(at + "amount", amount);
            boolean fits = amount == null
                    || amount.signum() > 0 && amount.stripTrailingZeros().scale() <= 2;
            validation.check(fits, at + "amount", Text.of("payment.amount-above-zero"));
            String number = validation.text(at + "contractNumber", share.contractNumber(), 40);
            Optional<Payers.Payer> payer = Payers.byNumber(sql, number);
            validation.check(
                    number.isEmpty() || payer.isPresent(), at + "contractNumber", Text.of("statement.no-contract"));
            if (amount != null && payer.isPresent()) {
                check(validation, at, entry, payer.get().customerId(), parts);
                parts.add(new Part(payer.get().customerId(), amount));
            }
        }
        BigDecimal sum = parts.stream().map(Part::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        validation.check(
                !validation.errors().isEmpty() || sum.compareTo(entry.amount()) == 0,
                "shares",
                Text.of("statement.shares-sum", Money.of(entry.amount(), entry.currency())));
        validation.done();
        return parts.stream()
                .map(part -> new Part(part.customer(), part.amount().setScale(2)))
                .toList();
    }

    private void check(Validation validation, String at, BankEntry entry, UUID customer, List<Part> before) {
        boolean twice = before.stream().anyMatch(part -> part.customer().equals(customer));
        validation.check(!twice, at + "contractNumber", Text.of("statement.share-twice"));
        boolean currency =
                sql.number("select count(*) from customers where id = ? and currency = ?", customer, entry.currency())
                        == 1;
        validation.check(currency, at + "contractNumber", Text.of("statement.share-currency"));
    }

    /** Entered by mistake: what the payment had settled is open again, and the money waits again. */
    private void reverse(BankMatch match, String reason) {
        RefundRows refunds = new RefundRows(sql);
        if (refunds.lockPayment(match.paymentId()).left().compareTo(match.amount()) < 0) {
            throw new BusinessException(ProblemType.INVALID_STATE, Text.of("statement.refunded"));
        }
        Back back = new Back(
                Ids.next(),
                match.paymentId(),
                match.customerId(),
                RefundKind.REVERSAL,
                match.amount(),
                match.currency(),
                reason,
                PaymentMethod.BANK,
                PROVIDER,
                null,
                RefundStatus.CREATED,
                null,
                0,
                by);
        refunds.write(back, null, null, now);
        refunds.move(back, RefundStatus.SUCCEEDED, RefundRoad.Returned.unknown(null), now);
        new MoneyBack(back).post(sql, today, now);
        sql.update(
                "update bank_matches set undone_at = ?, undone_by = ?, undone_why = ? where payment_id = ?",
                now,
                by,
                reason,
                match.paymentId());
    }
}
