package uplink.address.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.address.control.CoverageRows;
import uplink.address.control.CoverageRules;
import uplink.address.control.Feasible;
import uplink.address.control.PlaceFinder;
import uplink.address.control.PlaceRows;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Validation;

/**
 * What can be connected where. Said of a house, a street, a city: what is said of the smallest place that an address lies
 * within goes before what is said of larger ones, for each technology by itself.
 */
@Stateless
@Allowed(Permission.ADDRESS_READ)
public class Coverage {

    /** Of an address in one text. */
    public static final int LONGEST = 300;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Event<CoverageChanged> changed;

    /**
     * What is possible at an address as people write it: city, street and house in any order. Tells nothing about anybody.
     * Refusals: {@code validation} when it is longer than 300 characters.
     *
     * @param address null or blank: {@code unknown}
     */
    @Allowed(Permission.ANYONE)
    public Feasibility at(@Nullable String address) {
        Validation validation = new Validation();
        String said = validation.optional("address", address, LONGEST);
        validation.done();
        return Optional.ofNullable(said)
                .flatMap(new PlaceFinder(sql())::find)
                .flatMap(found -> feasible(found.id(), found.whole()))
                .orElseGet(Feasibility::unknown);
    }

    /** What is possible at a place of the tree; {@code unknown} when there is none of that id. */
    @Allowed(Permission.ANYONE)
    public Feasibility at(UUID place) {
        return feasible(place, true).orElseGet(Feasibility::unknown);
    }

    /** What is said of a place, ended or not, the latest first. Refusals: {@code not-found}. */
    public List<CoverageRow> list(UUID place) {
        return rows().of(place(place).id());
    }

    /** What holds at a place today, wherever it was said. Refusals: {@code not-found}. */
    public List<CoverageRow> listInForce(UUID place) {
        return List.copyOf(Feasible.inForce(rows().above(place(place).id(), clock.today())));
    }

    /** Refusals: {@code not-found}. */
    public CoverageRow get(UUID id) {
        return rows().one(id).orElseThrow(BusinessException::notFound);
    }

    /**
     * Says what is to hold for a technology at a place from now on, instead of what was said there before. Refusals:
     * {@code not-found}, {@code validation}, {@code stale}.
     *
     * @param version of what was said there before; null: whatever it was
     */
    @Allowed(Permission.ADDRESS_WRITE)
    public CoverageRow set(UUID place, @Nullable Integer version, NewCoverage wanted) {
        place(place);
        NewCoverage said = CoverageRules.checked(wanted);
        Optional<CoverageRow> before = rows().open(place, said.technology());
        UUID id = before.map(CoverageRow::id).orElseGet(Ids::next);
        if (before.isEmpty()) {
            rows().add(id, place, said);
        } else {
            rows().replace(id, version == null ? before.get().version() : version, said);
        }
        changed.fire(new CoverageChanged(place));
        return get(id);
    }

    /** From today on it says nothing any more: what is said of the larger place holds. Refusals: {@code not-found}, {@code stale}. */
    @Allowed(Permission.ADDRESS_WRITE)
    public CoverageRow end(UUID id, @Nullable Integer version) {
        CoverageRow row = get(id);
        rows().end(id, version == null ? row.version() : version, clock.today());
        changed.fire(new CoverageChanged(row.placeId()));
        return get(id);
    }

    private Optional<Feasibility> feasible(UUID asked, boolean whole) {
        LocalDate today = clock.today();
        return new PlaceRows(sql())
                .lasting(asked)
                .map(place -> Feasible.of(place, whole, rows().above(place.id(), today), today));
    }

    private Place place(UUID id) {
        return new PlaceRows(sql()).one(id).orElseThrow(BusinessException::notFound);
    }

    private CoverageRows rows() {
        return new CoverageRows(sql());
    }

    private Sql sql() {
        return Sql.in(database);
    }
}
