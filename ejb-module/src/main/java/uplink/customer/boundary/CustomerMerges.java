package uplink.customer.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.customer.control.CustomerRows;
import uplink.customer.control.MergeObstacles;
import uplink.customer.control.MergeRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Event;
import uplink.shared.Outbox;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Trail;
import uplink.shared.Validation;

/**
 * Two customers who turned out to be one: what can be more than one goes to the one who stays, what was billed stays where it
 * was, and the other one points there from then on (ADR 72). It cannot be undone.
 */
@Stateless
@Allowed(Permission.CUSTOMER_MERGE)
public class CustomerMerges {

    private static final int LONGEST = 300;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /** What it would do, and what is in the way. Refusals: {@code not-found}. */
    public MergePreview of(UUID kept, UUID other) {
        MergeRows.Side ours = rows().side(kept);
        MergeRows.Side theirs = rows().side(other);
        return new MergePreview(
                ours.shown(),
                theirs.shown(),
                ours.version(),
                theirs.version(),
                obstacles().of(kept, other, clock.today()),
                MergeRows.choices(ours, theirs),
                rows().moves(kept, other),
                rows().stays(other));
    }

    /**
     * Merges them, in one transaction. Refusals: {@code not-found}; {@code stale} when one of them is not as the preview said;
     * {@code validation} when the contract number is another one; {@code not-allowed} while something is in the way.
     */
    public MergeDone merge(UUID kept, MergeOrder order) {
        UUID other = order.otherId();
        rows().lock(kept, other);
        MergeRows.Side ours = rows().side(kept);
        MergeRows.Side theirs = rows().side(other);
        Validation validation = new Validation();
        String typed = validation.text("contractNumber", order.contractNumber(), LONGEST);
        validation.check(
                typed.isEmpty() || typed.equals(theirs.shown().contractNumber()),
                "contractNumber",
                Text.of("customer.merge.number"));
        String reason = validation.optionalWords("reason", order.reason(), LONGEST);
        validation.done();
        refuseStale(order.keptVersion(), ours);
        refuseStale(order.otherVersion(), theirs);
        obstacles().refuse(kept, other, clock.today());
        Set<MergeField> taken = taken(order, ours, theirs);
        List<MergeThing> moves = rows().moves(kept, other);
        rows().point(ours, theirs, taken, clock.instant());
        rows().move(kept, other, taken, clock.instant());
        rows().record(kept, other, taken, moves, reason, Callers.current().userId(), clock.instant());
        new CustomerRows(database).refreshSearch(kept);
        tell(ours.shown(), theirs.shown());
        return new MergeDone(kept, rows().into(kept));
    }

    /** Whoever turned out to be that customer, the last first. */
    @Allowed(Permission.CUSTOMER_READ)
    public List<MergedCustomer> ofCustomer(UUID customer) {
        return rows().into(customer);
    }

    /** The customer as a pointer to somebody; empty: they are themselves. */
    @Allowed(Permission.CUSTOMER_READ)
    public Optional<MergedCustomer> ofPointer(UUID customer) {
        return rows().pointer(customer);
    }

    /** What the other one has alone is taken, whatever was said. */
    private static Set<MergeField> taken(MergeOrder order, MergeRows.Side ours, MergeRows.Side theirs) {
        List<MergeField> said = order.fromOther() == null ? List.of() : order.fromOther();
        Set<MergeField> taken = EnumSet.noneOf(MergeField.class);
        for (MergeChoice choice : MergeRows.choices(ours, theirs)) {
            if (!choice.conflict() || said.contains(choice.field())) {
                taken.add(choice.field());
            }
        }
        return taken;
    }

    private static void refuseStale(@Nullable Integer seen, MergeRows.Side side) {
        if (seen != null && seen != side.version()) {
            throw BusinessException.stale();
        }
    }

    /** The trail has the merge with the one who stays; the other one's history is told, too. */
    private void tell(DuplicateSide kept, DuplicateSide other) {
        Trail.note(
                Sql.in(database),
                Callers.current().userId(),
                other.customerId(),
                new Trail.Note(
                        "customer-merge.merge",
                        "customer",
                        other.customerId().toString(),
                        Map.of("merged_into", kept.contractNumber())));
        outbox.announce(Event.of(
                "customer.merged",
                "/customer",
                kept.customerId(),
                Map.of("customerId", kept.customerId(), "mergedCustomerId", other.customerId()),
                clock.instant()));
    }

    private MergeRows rows() {
        return new MergeRows(Sql.in(database));
    }

    private MergeObstacles obstacles() {
        return new MergeObstacles(Sql.in(database));
    }
}
