package uplink.billing.statement.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.statement.control.EntryRows;
import uplink.billing.statement.control.Giving;
import uplink.billing.statement.control.Matching;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Outbox;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Validation;

/** Entries of bank statements, and what a person decides about those that did not match by themselves. */
@Stateless
@Allowed(Permission.PAYMENT_READ)
public class BankDesk {

    private static final int LONGEST_REASON = 500;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /** A slice for the console. */
    public List<BankEntry> list(BankEntryQuery query) {
        return rows().list(query);
    }

    /** How many entries the query has in all. */
    public long count(BankEntryQuery query) {
        return rows().count(query);
    }

    /** Newest first; of one status when one is asked for. */
    public Page<BankEntry> page(@Nullable EntryStatus status, PageRequest page) {
        return Page.of(rows().before(status, page.before(), page.limit() + 1), page.limit(), entry -> entry.id()
                .toString());
    }

    /** Refusals: {@code not-found}. */
    public BankEntry get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /** What it became, undone shares included, oldest first; {@code not-found}. */
    public List<BankMatch> listMatches(UUID id) {
        get(id);
        return rows().matches(id);
    }

    /** Whose a waiting entry may be, the likeliest first; {@code not-found}. */
    public List<Suggestion> listSuggestions(UUID id) {
        BankEntry entry = get(id);
        return entry.status() == EntryStatus.WAITING ? new Matching(Sql.in(database)).suggestions(entry) : List.of();
    }

    /**
     * Gives a waiting entry to customers, as payments. Refusals: {@code not-found}, {@code invalid-state}, {@code
     * validation} for shares that are not the whole of it, or a customer who is not there.
     */
    @Allowed(Permission.PAYMENT_WRITE)
    public BankEntry assign(UUID id, List<Share> shares) {
        giving().assign(get(id), shares);
        outbox.wakeRelay();
        return get(id);
    }

    /** Says that a waiting entry is no customer's money. Refusals: {@code not-found}, {@code invalid-state}, {@code validation}. */
    @Allowed(Permission.PAYMENT_WRITE)
    public BankEntry setAside(UUID id, String reason) {
        giving().setAside(get(id), reason(reason));
        return get(id);
    }

    /**
     * Takes back what was decided: payments are reversed by transfers of their own, what they had settled is open again,
     * and the entry waits. Refusals: {@code not-found}, {@code invalid-state}, {@code validation}.
     */
    @Allowed(Permission.PAYMENT_WRITE)
    public BankEntry undo(UUID id, String reason) {
        giving().undo(get(id), reason(reason));
        outbox.wakeRelay();
        return get(id);
    }

    private static String reason(String given) {
        Validation validation = new Validation();
        String reason = validation.text("reason", given, LONGEST_REASON);
        validation.done();
        return reason;
    }

    private Giving giving() {
        return new Giving(Sql.in(database), Callers.current().userId(), clock.today(), clock.instant());
    }

    private EntryRows rows() {
        return new EntryRows(Sql.in(database));
    }
}
