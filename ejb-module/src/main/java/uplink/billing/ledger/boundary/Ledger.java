package uplink.billing.ledger.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.control.BillingEvents;
import uplink.billing.ledger.control.CorrectionRules;
import uplink.billing.ledger.control.CreditAllocation;
import uplink.billing.ledger.control.DocumentRows;
import uplink.billing.ledger.control.HouseAccount;
import uplink.billing.ledger.control.LedgerRows;
import uplink.billing.ledger.control.PeriodRows;
import uplink.billing.ledger.control.Posting;
import uplink.billing.ledger.control.StatementRows;
import uplink.billing.ledger.control.Transfer;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Money;
import uplink.shared.Outbox;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/** The ledger of transfers: what a customer owes and why. */
@Stateless
@Allowed(Permission.BILLING_READ)
public class Ledger {

    private static final Duration LONGEST_TRANSACTION = Duration.ofHours(1);

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /** The caller's balance. */
    @Allowed(Permission.SELF_READ)
    public Balance ownBalance() {
        return balance(Callers.current().requireCustomer());
    }

    /** The caller's transfers, newest first. */
    @Allowed(Permission.SELF_READ)
    public Page<LedgerEntry> ownTransactions(PageRequest page) {
        return transactions(Callers.current().requireCustomer(), page);
    }

    /** A customer's balance; {@code not-found}. */
    public Balance balance(UUID customerId) {
        return rows().balance(customerId, clock.today()).orElseThrow(BusinessException::notFound);
    }

    /** A customer's transfers, newest first; {@code not-found}. */
    public Page<LedgerEntry> transactions(UUID customerId, PageRequest page) {
        balance(customerId);
        return Page.of(rows().entries(customerId, page.before(), page.limit() + 1, 0), page.limit(), entry -> entry.id()
                .toString());
    }

    /** What moved on the caller's account from the first day until the day before {@code to}. */
    @Allowed(Permission.SELF_READ)
    public AccountStatement ownStatement(LocalDate from, LocalDate to) {
        return getStatement(Callers.current().requireCustomer(), from, to);
    }

    /** The same of any account; {@code not-found}. */
    public AccountStatement getStatement(UUID customerId, LocalDate from, LocalDate to) {
        return new StatementRows(Sql.in(database)).of(customerId, from, to).orElseThrow(BusinessException::notFound);
    }

    /** A slice of a customer's transfers for the console, newest first. */
    public List<LedgerEntry> list(UUID customerId, int first, int size) {
        return rows().entries(customerId, null, size, first);
    }

    /** The transfers that an invoice or a credit note posted, oldest first; {@code not-found}. */
    public List<LedgerEntry> ofInvoice(UUID invoiceId) {
        documents().requireInvoice(invoiceId);
        return documents().transfers(invoiceId);
    }

    /** Which credits settled an invoice, or which invoices a credit note settled, oldest first; {@code not-found}. */
    public List<Allocation> allocations(UUID invoiceId) {
        documents().requireInvoice(invoiceId);
        List<Allocation> settling = documents().settling(invoiceId);
        return settling.isEmpty() ? documents().settledBy(invoiceId) : settling;
    }

    /** The transfers that a payment posted, oldest first; none while the money is not there. */
    @Allowed({Permission.BILLING_READ, Permission.PAYMENT_READ})
    public List<LedgerEntry> ofPayment(UUID paymentId) {
        return documents().transfersOfPayment(paymentId);
    }

    /** The invoices that a payment's money went to, oldest first. */
    @Allowed({Permission.BILLING_READ, Permission.PAYMENT_READ})
    public List<Allocation> allocationsOfPayment(UUID paymentId) {
        return documents().settledByPayment(paymentId);
    }

    /** How many transfers a customer has. */
    public long count(UUID customerId) {
        return rows().count(customerId);
    }

    /**
     * Corrects a customer's balance by hand, without regard to any threshold (see {@code Adjustments}). A credit settles open
     * invoices, oldest first. {@code not-found}; {@code validation} for an amount of nothing or without a reason.
     */
    @Allowed(Permission.LEDGER_ADJUST)
    public LedgerEntry adjust(UUID customerId, Adjustment adjustment) {
        return adjust(customerId, adjustment, HouseAccount.ADJUSTMENTS);
    }

    /**
     * Like {@link #adjust(UUID, Adjustment)}, for money that stands somewhere.
     *
     * @param house where it stands: the clearing account of the provider that has it
     */
    @Allowed(Permission.LEDGER_ADJUST)
    public LedgerEntry adjust(UUID customerId, Adjustment adjustment, HouseAccount house) {
        Posting.Account account = Posting.hold(Sql.in(database), customerId);
        String reason = CorrectionRules.check(adjustment, account);
        BigDecimal amount = Money.of(adjustment.amount(), account.currency()).amount();
        UUID transfer =
                correct(customerId, house, amount, reason, Callers.current().userId());
        return rows().entry(customerId, transfer).orElseThrow();
    }

    /**
     * Posts a correction that a second person has approved; answers the transfer's id.
     *
     * @param house where the money of it stands
     * @param askedBy who had wanted it
     */
    @Allowed(Permission.APPROVAL_DECIDE)
    public UUID post(UUID customerId, HouseAccount house, BigDecimal amount, String reason, UUID askedBy) {
        Posting.hold(Sql.in(database), customerId);
        return correct(customerId, house, amount, reason, askedBy);
    }

    private UUID correct(UUID customer, HouseAccount house, BigDecimal amount, String reason, @Nullable UUID by) {
        Transfer transfer =
                Transfer.ofCustomer(customer, house, amount, TransferType.ADJUSTMENT, null, clock.today(), reason, by);
        post(List.of(transfer));
        return transfer.id();
    }

    /**
     * Takes over what customers bring along; as one set, for imports. Credits settle open invoices. What would lie in a
     * closed period is posted on the first open day.
     */
    @Allowed(Permission.IMPORT_RUN)
    public void open(List<OpeningBalance> balances) {
        LocalDate earliest = new PeriodRows(Sql.in(database)).open(LocalDate.of(1, 1, 1));
        post(balances.stream()
                .filter(balance -> balance.amount().signum() != 0)
                .map(balance -> Transfer.ofCustomer(
                        balance.customerId(),
                        HouseAccount.OPENING,
                        balance.amount(),
                        TransferType.OPENING,
                        null,
                        balance.effectiveOn().isBefore(earliest) ? earliest : balance.effectiveOn(),
                        balance.reason(),
                        Callers.current().userId()))
                .toList());
    }

    /** The house accounts: snapshots of whole days plus what came since. */
    public List<HouseBalance> houseBalances() {
        return rows().house();
    }

    /** Adds up the whole days that have no snapshot yet; answers how many rows that made. */
    @Allowed(Permission.SYSTEM)
    public int takeSnapshots() {
        // days of the ids, which carry the machine's time; one that has just ended may have transfers under way
        Instant settled = SystemTime.now().minus(LONGEST_TRANSACTION);
        return rows().snapshot(settled.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1));
    }

    private void post(List<Transfer> transfers) {
        Sql sql = Sql.in(database);
        Instant now = clock.instant();
        Posting.post(sql, transfers, now);
        UUID[] credited = transfers.stream()
                .map(Transfer::credit)
                .filter(id -> !HouseAccount.is(id))
                .toArray(UUID[]::new);
        BillingEvents.announce(sql, "billing.invoice.paid", CreditAllocation.settle(sql, credited, now), now);
        outbox.wakeRelay();
    }

    private DocumentRows documents() {
        return new DocumentRows(Sql.in(database));
    }

    private LedgerRows rows() {
        return new LedgerRows(Sql.in(database));
    }
}
