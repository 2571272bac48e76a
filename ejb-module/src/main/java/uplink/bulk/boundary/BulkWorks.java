package uplink.bulk.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.billing.refund.boundary.Approvals;
import uplink.bulk.control.ItemLists;
import uplink.bulk.control.ItemRows;
import uplink.bulk.control.OrderRules;
import uplink.bulk.control.WorkRows;
import uplink.bulk.control.WorkState;
import uplink.customer.boundary.CustomerSelection;
import uplink.customer.boundary.Customers;
import uplink.shared.Allowed;
import uplink.shared.AllowedGuard;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Ids;
import uplink.shared.Origin;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.Settings;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Validation;
import uplink.shared.jobs.JobWanted;

/**
 * Works on many customers: ordered, which rehearses them, committed, stopped, gone on with and taken back. Besides the
 * permission for bulk work each needs that of doing the same to one customer ({@code forbidden}). Refusals of all that names
 * one: {@code not-found}; {@code invalid-state} when it does not stand so.
 */
@Stateless
@Allowed(Permission.BULK_WORK)
public class BulkWorks {

    private static final int LARGEST_SLICE = 1000;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Customers customers;

    @Inject
    private Approvals approvals;

    @Inject
    private Event<JobWanted> wanted;

    /**
     * Freezes the set and works out what would happen. Refused with {@code validation} also when the filter finds nobody, or
     * too many.
     */
    public BulkWork order(NewBulkWork work) {
        Validation validation = new Validation();
        NewBulkWork checked = new OrderRules(validation, Settings.currency()).checked(work);
        UUID tariff = checked.parameters().tariffId();
        validation
                .check(
                        tariff == null || rowsOfItems().isTariff(tariff),
                        "parameters.tariffId",
                        Text.of("bulk.tariff.unknown"))
                .done();
        AllowedGuard.check(Callers.current(), checked.kind().permission());
        CustomerSelection selection = customers.ofQuery(checked.filter().query());
        UUID id = Ids.next();
        state().order(
                        id,
                        checked,
                        Settings.currency(),
                        Callers.current().requireUser(),
                        Origin.current().key(),
                        clock.instant());
        UUID from = checked.parameters().fromTariffId();
        int found = rowsOfItems().freeze(id, selection, from, Many.MOST + 1);
        validation
                .check(found > 0, from == null ? "filter" : "parameters.fromTariffId", Text.of("bulk.nobody"))
                .check(found <= Many.MOST, "filter", Text.of("bulk.too-many", Many.MOST))
                .done();
        state().count(id, found);
        return underWay(id);
    }

    @Allowed({Permission.BULK_WORK, Permission.APPROVAL_DECIDE})
    public BulkWork get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /** Newest first, without the reasons why some are left out. */
    @Allowed({Permission.BULK_WORK, Permission.APPROVAL_DECIDE})
    public Page<BulkWork> page(@Nullable BulkKind kind, @Nullable BulkStatus status, PageRequest page) {
        return Page.of(rows().before(kind, status, page.before(), page.limit() + 1), page.limit(), work -> work.id()
                .toString());
    }

    /** A slice for the console. */
    public List<BulkWork> list(BulkQuery query) {
        return rows().list(query);
    }

    /** How many the query has in all. */
    public long count(BulkQuery query) {
        return rows().count(query);
    }

    /** What the work is about. */
    @Allowed({Permission.BULK_WORK, Permission.APPROVAL_DECIDE})
    public Page<BulkItem> pageItems(UUID id, @Nullable BulkState state, PageRequest page) {
        get(id);
        return Page.of(items().before(id, state, page.before(), page.limit() + 1), page.limit(), item -> item.id()
                .toString());
    }

    /** A slice for the console and for files, at most 1000. */
    @Allowed({Permission.BULK_WORK, Permission.APPROVAL_DECIDE})
    public List<BulkItem> listItems(BulkItemQuery query) {
        return items().list(new BulkItemQuery(
                query.work(),
                query.state(),
                Math.max(0, query.first()),
                Math.max(1, Math.min(query.size(), LARGEST_SLICE))));
    }

    @Allowed({Permission.BULK_WORK, Permission.APPROVAL_DECIDE})
    public long countItems(BulkItemQuery query) {
        return items().count(query);
    }

    /**
     * Does what the preview has shown, in chunks, in the caller's name. Corrections that come to more than the threshold wait for
     * a second person. Refused with {@code validation} without the right number where there are many.
     */
    public BulkWork commit(UUID id, @Nullable Integer count) {
        BulkWork work = mine(id);
        int ready = work.counts().ready();
        Many.check(ready, count);
        return begin(work, BulkPhase.COMMIT, ready);
    }

    /** Takes back what was done, as far as that is possible. */
    public BulkWork undo(UUID id) {
        BulkWork work = mine(id);
        Many.require(work.undoable() != 0, "bulk.not-undoable");
        return begin(work, BulkPhase.UNDO, work.counts().done());
    }

    /** Ends the chunk in hand and begins no more. */
    public BulkWork stop(UUID id) {
        mine(id);
        Many.require(state().stop(id), "bulk.not-under-way");
        return underWay(id);
    }

    /** From where it was stopped or failed, in the caller's name. */
    public BulkWork resume(UUID id) {
        BulkWork work = mine(id);
        Many.refuseOwn(work.decidedBy() != null && isApprover(id));
        Many.require(
                state().goOn(
                                id,
                                Callers.current().requireUser(),
                                Origin.current().key(),
                                clock.instant()),
                "bulk.not-stopped");
        return underWay(id);
    }

    /** The second person lets it begin; {@code forbidden} for who has ordered it or wants it done. */
    @Allowed(Permission.APPROVAL_DECIDE)
    public BulkWork approve(UUID id, @Nullable String note) {
        String words = Many.note(note);
        Many.refuseOwn(isOwn(id));
        Many.require(state().approve(id, Callers.current().requireUser(), words, clock.instant()), "bulk.not-waiting");
        return underWay(id);
    }

    /** It is not done; {@code validation} without a reason, {@code forbidden} like {@link #approve}. */
    @Allowed(Permission.APPROVAL_DECIDE)
    public BulkWork refuse(UUID id, @Nullable String note) {
        String words = Many.reason(note);
        Many.refuseOwn(isOwn(id));
        Many.require(state().refuse(id, words, clock.instant()), "bulk.not-waiting");
        return get(id);
    }

    private BulkWork begin(BulkWork work, BulkPhase phase, int some) {
        boolean waits = work.kind() == BulkKind.ADJUST && isLarge(work, some);
        Many.require(
                state().begin(
                                work.id(),
                                phase,
                                waits,
                                Callers.current().requireUser(),
                                Origin.current().key(),
                                clock.instant()),
                phase == BulkPhase.COMMIT ? "bulk.not-ready" : "bulk.not-undoable");
        return waits ? get(work.id()) : underWay(work.id());
    }

    /** A large sum in small parts is a large sum. */
    private boolean isLarge(BulkWork work, int some) {
        BigDecimal each = Objects.requireNonNull(work.parameters().amount()).abs();
        // whoever corrects balances may not read the threshold, and is bound by it
        BigDecimal above = Callers.as(
                Caller.system("bulk"), () -> approvals.currentThreshold().above());
        return each.multiply(BigDecimal.valueOf(some)).compareTo(above) > 0;
    }

    /** One of a kind that the caller may do to a single customer. */
    private BulkWork mine(UUID id) {
        BulkWork work = get(id);
        AllowedGuard.check(Callers.current(), work.kind().permission());
        return work;
    }

    private boolean isOwn(UUID id) {
        get(id);
        return Sql.in(database)
                        .number(
                                "select count(*) from bulk_works where id = ? and ? in (ordered_by, acting_by)",
                                id,
                                Callers.current().requireUser())
                > 0;
    }

    private boolean isApprover(UUID id) {
        return Sql.in(database)
                        .number(
                                "select count(*) from bulk_works where id = ? and approved_by = ?",
                                id,
                                Callers.current().requireUser())
                > 0;
    }

    private BulkWork underWay(UUID id) {
        wanted.fire(new JobWanted(BulkJob.NAME));
        return get(id);
    }

    private WorkState state() {
        return new WorkState(Sql.in(database));
    }

    private WorkRows rows() {
        return new WorkRows(Sql.in(database), clock.instant(), clock.today());
    }

    private ItemRows rowsOfItems() {
        return new ItemRows(Sql.in(database));
    }

    private ItemLists items() {
        return new ItemLists(Sql.in(database));
    }
}
