package uplink.notification.campaign.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.notification.campaign.control.CampaignState;
import uplink.notification.campaign.control.Telling;
import uplink.shared.Allowed;
import uplink.shared.BusinessClock;
import uplink.shared.FaultPoint;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.Trail;

/**
 * The steps of a campaign, each a transaction: who has had a turn and what is to be sent are written together, so that a
 * campaign goes on where a dead server left it and nobody gets it twice.
 */
@Stateless
@Allowed(Permission.SYSTEM)
public class CampaignSteps {

    /** Recipients who have their turn together. */
    public static final int CHUNK = 500;

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private BusinessClock clock;

    /** Begins those whose time has come; answers all that run, oldest first. */
    public List<UUID> open() {
        state().begin(clock.instant());
        return state().running();
    }

    /** Puts the next recipients into the queue; tells whether there are more. */
    public boolean tell(UUID campaign) {
        Telling telling = new Telling(sql());
        Optional<Telling.Task> task = telling.take(campaign);
        if (task.isEmpty() || task.get().isOver()) {
            return false;
        }
        telling.tell(task.get(), CHUNK, clock.instant());
        Trail.note(sql(), task.get().orderedBy(), noted(task.get()));
        FaultPoint.at("campaign-before-commit");
        return task.get().told() + CHUNK < task.get().total();
    }

    /** Ends it once everybody has had a turn and nothing of it waits. */
    public void end(UUID campaign) {
        state().end(campaign, clock.instant());
    }

    /** @param why the incident */
    public void fail(UUID campaign, String why) {
        state().fail(campaign, why);
    }

    /** One row of the trail for a chunk; which customers it was is in the campaign. */
    private static Trail.Note noted(Telling.Task task) {
        return new Trail.Note(
                "campaign.chunk",
                "campaign",
                task.id().toString(),
                Map.of("from", task.told() + 1, "to", Math.min(task.total(), task.told() + CHUNK)));
    }

    private CampaignState state() {
        return new CampaignState(sql());
    }

    private Sql sql() {
        return Sql.in(database);
    }
}
