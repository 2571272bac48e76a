package uplink.bulk.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.Absentees;
import uplink.billing.ledger.boundary.Ledger;
import uplink.billing.run.boundary.ChangePreview;
import uplink.billing.subscription.boundary.Subscriptions;
import uplink.bulk.control.Act;
import uplink.bulk.control.AdjustAct;
import uplink.bulk.control.Item;
import uplink.bulk.control.ItemRows;
import uplink.bulk.control.Judged;
import uplink.bulk.control.Outcome;
import uplink.bulk.control.TagAct;
import uplink.bulk.control.TariffAct;
import uplink.bulk.control.Task;
import uplink.bulk.control.WorkState;
import uplink.customer.boundary.CustomerTags;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.FaultPoint;
import uplink.shared.Incident;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.Text;
import uplink.shared.Trail;

/**
 * The steps of a work, each a transaction: what became of some items and that they are done are written together, so that a
 * work goes on where a dead server left it.
 */
@Stateless
@Allowed(Permission.SYSTEM)
public class BulkSteps {

    /** Few enough that nobody waits long for a customer who is locked by a chunk. */
    public static final int CHUNK = 100;

    private static final Logger LOG = Logger.getLogger(BulkSteps.class.getName());

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Resource
    private SessionContext context;

    @Inject
    private BusinessClock clock;

    @Inject
    private Absentees absentees;

    @Inject
    private CustomerTags tags;

    @Inject
    private Subscriptions subscriptions;

    @Inject
    private ChangePreview preview;

    @Inject
    private Ledger ledger;

    /** Works that somebody has to work on, oldest first. */
    public List<UUID> open() {
        return state().open();
    }

    public boolean isRehearsal(UUID work) {
        return state().task(work).status() == BulkStatus.PREVIEW;
    }

    /**
     * What would become of the next items: they are really changed, by the rules that hold for real, and all of it is rolled back.
     * It ends with the first that is refused, because the transaction is spoilt then; the next step goes on behind it.
     */
    public List<Judged> rehearse(UUID work) {
        try {
            Task task = state().task(work);
            return actor(task).map(caller -> rehearse(task, caller)).orElse(List.of());
        } finally {
            context.setRollbackOnly(); // not before: a transaction that is to be rolled back takes no part in anything
            // more
        }
    }

    /** Writes down what was found; when it is nothing, there is nothing more to look at, or nobody who may. */
    public void found(UUID work, List<Judged> judged) {
        Task task = state().take(work);
        if (task.status() == BulkStatus.STOPPING) {
            state().halt(work, clock.instant());
        } else if (task.status() == BulkStatus.PREVIEW && actor(task).isEmpty()) {
            state().fail(work, WorkState.RIGHTS, clock.instant());
        } else if (task.status() == BulkStatus.PREVIEW) {
            settle(task, judged);
        }
    }

    /**
     * Works off the next items, as many as a chunk has.
     *
     * @param stopped one that could not be changed: only those before it are changed, and of it is written why not; null: none
     */
    public void chunk(UUID work, @Nullable ItemStopped stopped) {
        Task task = state().take(work);
        if (task.status() == BulkStatus.STOPPING) {
            state().halt(work, clock.instant());
        } else if (task.status() == BulkStatus.RUNNING || task.status() == BulkStatus.UNDOING) {
            Optional<Caller> caller = actor(task);
            if (caller.isEmpty()) {
                state().fail(work, WorkState.RIGHTS, clock.instant());
            } else {
                settle(task, work(task, caller.get(), stopped));
            }
        }
    }

    /** @param why the incident */
    public void fail(UUID work, String why) {
        state().fail(work, why, clock.instant());
    }

    private List<Judged> rehearse(Task task, Caller caller) {
        Act act = act(task);
        List<Judged> judged = new ArrayList<>();
        for (Item item : next(task, CHUNK)) {
            Outcome outcome = rehearse(caller, act, item);
            judged.add(new Judged(item, outcome));
            if (outcome.kind() == Outcome.Kind.REFUSED) {
                break;
            }
        }
        return judged;
    }

    private List<Judged> work(Task task, Caller caller, @Nullable ItemStopped stopped) {
        Act act = act(task);
        List<Judged> judged = new ArrayList<>();
        for (Item item : next(task, stopped == null ? CHUNK : stopped.before() + 1)) {
            Outcome outcome = stopped != null && judged.size() == stopped.before()
                    ? stopped.outcome()
                    : work(task, caller, act, item, judged.size());
            judged.add(new Judged(item, outcome));
        }
        return judged;
    }

    private Outcome work(Task task, Caller caller, Act act, Item item, int before) {
        try {
            boolean back = task.phase() == BulkPhase.UNDO;
            return looked(item, !back && item.isStale())
                    .orElseGet(() -> Callers.as(caller, () -> back ? act.undo(item) : act.act(item)));
        } catch (RuntimeException e) {
            throw new ItemStopped(before, told(e, item), e);
        }
    }

    private static Outcome rehearse(Caller caller, Act act, Item item) {
        try {
            return looked(item, false).orElseGet(() -> Callers.as(caller, () -> act.rehearse(item)));
        } catch (RuntimeException e) {
            return told(e, item);
        }
    }

    /** What can be said before anything is tried. */
    private static Optional<Outcome> looked(Item item, boolean stale) {
        Item.Standing now = item.now();
        if (now == null || now.gone()) {
            return Optional.of(Outcome.refused(ProblemType.INVALID_STATE, Text.of("bulk.gone")));
        }
        return stale ? Optional.of(Outcome.refused(ProblemType.STALE, Text.of("bulk.changed"))) : Optional.empty();
    }

    private static Outcome told(RuntimeException failure, Item item) {
        if (failure instanceof BusinessException refusal) {
            return Outcome.refused(refusal);
        }
        Incident incident = Incident.of(failure);
        LOG.log(Level.SEVERE, incident + ": bulk work on " + item.id() + " failed", failure);
        return Outcome.refused(ProblemType.INTERNAL, Objects.requireNonNull(Incident.text(incident.code())));
    }

    private List<Item> next(Task task, int most) {
        ItemRows rows = new ItemRows(sql());
        return rows.lock(rows.next(task.id(), task.phase(), most));
    }

    private void settle(Task task, List<Judged> judged) {
        if (judged.isEmpty()) {
            state().end(task, clock.instant());
            return;
        }
        if (new ItemRows(sql()).keep(task.id(), task.phase(), judged) != judged.size()) {
            context.setRollbackOnly(); // somebody else has looked at them as well, and wrote it down first
            return;
        }
        state().worked(task, judged);
        if (task.phase() != BulkPhase.PREVIEW) {
            Trail.note(sql(), task.by(), noted(task, judged));
            FaultPoint.at("bulk-before-commit");
        }
    }

    /** One row of the trail for all that a chunk did; which customers it was is in the work. */
    private static Trail.Note noted(Task task, List<Judged> judged) {
        long changed = judged.stream()
                .filter(one -> one.outcome().kind() == Outcome.Kind.CHANGED)
                .count();
        Map<String, Object> counts = Map.of(
                "kind", task.kind().code(),
                "changed", changed,
                "left", judged.size() - changed,
                "first", judged.get(0).item().id(),
                "last", judged.get(judged.size() - 1).item().id());
        String action = task.phase() == BulkPhase.UNDO ? "bulk-work.chunk-undone" : "bulk-work.chunk";
        return new Trail.Note(action, "bulk-work", task.id().toString(), counts);
    }

    /**
     * In whose name the work goes on; nobody when the right to it is lost. What is changed is the system's work, so that the trail
     * has one row for the chunk and not one for each of its changes; the rights were asked about here.
     */
    private Optional<Caller> actor(Task task) {
        return absentees
                .find(task.by(), task.key())
                .filter(caller -> caller.may(Permission.BULK_WORK)
                        && caller.may(task.kind().permission()))
                .map(caller -> {
                    Set<Permission> permissions = new HashSet<>(caller.permissions());
                    permissions.add(Permission.SYSTEM);
                    return new Caller(caller.userId(), null, caller.name(), permissions);
                });
    }

    private Act act(Task task) {
        BulkParameters wanted = task.parameters();
        return switch (task.kind()) {
            case TAG, UNTAG -> new TagAct(tags, Objects.requireNonNull(wanted.tag()), task.kind() == BulkKind.TAG);
            case TARIFF ->
                new TariffAct(
                        subscriptions,
                        preview,
                        Objects.requireNonNull(wanted.tariffId()),
                        Objects.requireNonNull(wanted.when()),
                        clock.today());
            case ADJUST ->
                new AdjustAct(
                        ledger,
                        Objects.requireNonNull(wanted.amount()),
                        task.currency(),
                        Objects.requireNonNull(wanted.reason()),
                        Text.of("bulk.undone", task.no(), wanted.reason()).in(Locale.forLanguageTag("ru")),
                        clock.today());
        };
    }

    private WorkState state() {
        return new WorkState(sql());
    }

    private Sql sql() {
        return Sql.in(database);
    }
}
