package uplink.connection.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.address.boundary.Coverage;
import uplink.address.boundary.Feasibility;
import uplink.address.boundary.FeasibilityAnswer;
import uplink.address.boundary.Places;
import uplink.connection.control.ApplicationEvents;
import uplink.connection.control.ApplicationRows;
import uplink.connection.control.Reach;
import uplink.connection.control.ToldPlace;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.Outbox;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Trail;

/**
 * Applications that were refused and kept until there is a network: taken up again when there is one. Where the house is
 * known they are feasible at once and the applicant is told so, once, however often coverage goes and comes; where only the
 * street is, or it was told before, they are new, and somebody looks.
 */
@Stateless
@Allowed(Permission.SYSTEM)
public class WaitingApplications {

    private static final int AT_ONCE = 200;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private Coverage coverage;

    @Inject
    private Places places;

    /** Some of those that wait, by id. */
    public List<UUID> next(@Nullable UUID after) {
        return rows().waiting(after, AT_ONCE);
    }

    /** Takes one up again if the network reaches it now; tells whether it did. */
    public boolean takeUp(UUID id) {
        Application seen = rows().one(id).orElse(null);
        if (seen == null
                || !seen.awaitsCoverage()
                || new Reach(coverage).of(seen).answer() != FeasibilityAnswer.YES) {
            return false;
        }
        rows().customerOf(id).ifPresent(rows()::hold);
        Application now = rows().lock(id).orElseThrow();
        Feasibility reach = new Reach(coverage).of(now);
        if (!now.awaitsCoverage() || reach.answer() != FeasibilityAnswer.YES) {
            return false;
        }
        takeUp(now, reach);
        return true;
    }

    private void takeUp(Application now, Feasibility reach) {
        Instant at = clock.instant();
        boolean told = rows().cover(now.id(), at);
        Optional<Application.Place> place = told ? Optional.empty() : place(now, reach);
        place.ifPresent(where -> {
            rows().place(now.id(), where, null);
            rows().move(now.id(), ApplicationStatus.FEASIBLE, null, false, null, at);
            rows().coverageTold(now.id());
        });
        new ApplicationEvents(outbox, at)
                .moved(
                        place.isPresent() ? ApplicationEvents.FEASIBLE : ApplicationEvents.REOPENED,
                        now,
                        Map.of("awaitsCoverage", false, "byCoverage", true));
        String status = place.isPresent() ? ApplicationStatus.FEASIBLE.code() : ApplicationStatus.NEW.code();
        Trail.note(
                Sql.in(database),
                null,
                now.customerId(),
                new Trail.Note("application.cover", "application", now.id().toString(), Map.of("status", status)));
    }

    /** As somebody has found it, or as the tree has it; empty: somebody has to look. */
    private Optional<Application.Place> place(Application one, Feasibility reach) {
        Application.Place found = one.place();
        UUID place = reach.placeId();
        if (found != null) {
            return Optional.of(found);
        }
        return place == null ? Optional.empty() : ToldPlace.of(places.listPath(place), one.address());
    }

    private ApplicationRows rows() {
        return new ApplicationRows(Sql.in(database), clock.today(), clock.getZone());
    }
}
