package uplink.network.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.network.control.AffectedRows;
import uplink.network.control.OutageLists;
import uplink.network.control.OutageRows;
import uplink.network.control.OutageRules;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.Outbox;
import uplink.shared.Page;
import uplink.shared.PageRequest;
import uplink.shared.Permission;
import uplink.shared.Sql;

/**
 * Outages: said by people today, by machines some day, here. One lasts until somebody says that it is over: what was
 * expected proves nothing. {@code network.outage.started} and {@code network.outage.ended} are announced once each.
 */
@Stateless
@Allowed(Permission.OUTAGE_READ)
public class Outages {

    private static final int AT_ONCE = 50;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    /** A slice for the console. */
    public List<Outage> list(OutageQuery query) {
        return new OutageLists(sql()).list(query);
    }

    public long count(OutageQuery query) {
        return new OutageLists(sql()).count(query);
    }

    /** Newest first. */
    public Page<Outage> page(@Nullable OutageStatus status, @Nullable String text, PageRequest page) {
        return Page.of(
                new OutageLists(sql()).page(status, text, page.before(), page.limit() + 1),
                page.limit(),
                row -> row.id().toString());
    }

    /** Refusals: {@code not-found}. */
    public Outage get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /**
     * How many customers there are at places that somebody is about to write down, each place once. Refusals: {@code
     * validation}.
     */
    public List<PlaceCount> countAt(@Nullable List<OutagePlace> places) {
        return affected().count(new OutageRules(clock.instant()).places(places));
    }

    /** Says that service is down, or is going to be; begins at once when its time has come. Refusals: {@code validation}. */
    @Allowed(Permission.OUTAGE_WRITE)
    public Outage declare(NewOutage wanted) {
        Outage made = new OutageRules(clock.instant()).made(Ids.next(), wanted);
        rows().add(made, Callers.current().userId());
        beginIfDue(made.id());
        return get(made.id());
    }

    /**
     * Says something else while it is not over: other places, another reason, a later end. Refusals: {@code not-found},
     * {@code stale}, {@code invalid-state}, {@code validation}.
     */
    @Allowed(Permission.OUTAGE_WRITE)
    public Outage replace(UUID id, @Nullable Integer version, NewOutage wanted) {
        Outage before = get(id);
        int expected = version == null ? before.version() : version;
        rows().replace(new OutageRules(clock.instant()).changed(before, wanted, expected), clock.instant());
        beginIfDue(id);
        return get(id);
    }

    /** Service is back. Refusals: {@code not-found}, {@code stale}, {@code invalid-state} unless it lasts. */
    @Allowed(Permission.OUTAGE_WRITE)
    public Outage end(UUID id, @Nullable Integer version) {
        rows().move(id, version, OutageStatus.CURRENT, OutageStatus.ENDED, clock.instant());
        Outage ended = get(id);
        announce("network.outage.ended", ended);
        return ended;
    }

    /** What was planned does not happen. Refusals: {@code not-found}, {@code stale}, {@code invalid-state} once it began. */
    @Allowed(Permission.OUTAGE_WRITE)
    public Outage withdraw(UUID id, @Nullable Integer version) {
        rows().move(id, version, OutageStatus.PLANNED, OutageStatus.WITHDRAWN, clock.instant());
        return get(id);
    }

    /** Lets some planned ones begin whose time has come. Answers how many; 0: all have. */
    @Allowed(Permission.SYSTEM)
    public int begin() {
        List<UUID> begun = rows().begin(clock.instant(), AT_ONCE);
        begun.forEach(id -> announce("network.outage.started", get(id)));
        return begun.size();
    }

    /** A slice of the customers who have active services there now. */
    @Allowed(Permission.CUSTOMER_READ)
    public List<AffectedCustomer> listAffected(AffectedQuery query) {
        return affected().list(query);
    }

    /** How many they are; of more than ten thousand, as many as there were when it was last written. */
    @Allowed(Permission.CUSTOMER_READ)
    public long countAffected(AffectedQuery query) {
        return affected().count(query);
    }

    /** Newest customers first. Refusals: {@code not-found}. */
    @Allowed(Permission.CUSTOMER_READ)
    public Page<AffectedCustomer> pageAffected(UUID id, @Nullable String text, PageRequest page) {
        get(id);
        return Page.of(affected().page(id, text, page.before(), page.limit() + 1), page.limit(), row -> row.id()
                .toString());
    }

    /** Those at a customer's addresses that last or are to come, those that last first. */
    @Allowed(Permission.CUSTOMER_READ)
    public List<CustomerOutage> ofCustomer(UUID customer) {
        return affected().ofCustomer(customer);
    }

    /** The first of those of the customer who asks. */
    @Allowed(Permission.SELF_READ)
    public Optional<CustomerOutage> own() {
        return affected().ofCustomer(Callers.current().requireCustomer()).stream()
                .findFirst();
    }

    /** Those of the customers at whose services an outage lasts right now. */
    @Allowed(Permission.SYSTEM)
    public UUID[] waiting(UUID[] customers) {
        return affected().waiting(customers, clock.instant());
    }

    private void beginIfDue(UUID id) {
        if (rows().begin(id, clock.instant())) {
            announce("network.outage.started", get(id));
        }
    }

    private void announce(String type, Outage outage) {
        Map<String, Object> data = new HashMap<>(Map.of(
                "outageId", outage.id().toString(),
                "startsAt", outage.startsAt().toString(),
                "customers", outage.customers()));
        put(data, "expectedEnd", outage.expectedEnd());
        put(data, "endedAt", outage.endedAt());
        outbox.announce(Event.of(type, "/network", outage.id(), data, clock.instant()));
    }

    private static void put(Map<String, Object> data, String name, @Nullable Instant at) {
        if (at != null) {
            data.put(name, at.toString());
        }
    }

    private OutageRows rows() {
        return new OutageRows(sql());
    }

    private AffectedRows affected() {
        return new AffectedRows(sql());
    }

    private Sql sql() {
        return Sql.in(database);
    }
}
