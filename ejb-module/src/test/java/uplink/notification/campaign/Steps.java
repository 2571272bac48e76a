package uplink.notification.campaign;

import java.util.List;
import java.util.UUID;
import uplink.notification.campaign.boundary.CampaignSteps;
import uplink.testing.Boundaries;

/** Each step of a campaign in a transaction of its own, as the container makes it; inside each something may happen. */
final class Steps extends CampaignSteps {

    /** The server dies. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final class Dying extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Boundaries boundaries;
    private final CampaignSteps steps;
    int chunks;
    int diesAt = -1;
    Runnable after = () -> {};

    Steps(Boundaries boundaries) {
        this.boundaries = boundaries;
        this.steps = boundaries.injected(new CampaignSteps());
    }

    @Override
    public List<UUID> open() {
        return boundaries.call(steps::open);
    }

    @Override
    public boolean tell(UUID campaign) {
        try {
            boolean more = boundaries.call(() -> {
                boolean left = steps.tell(campaign);
                if (chunks == diesAt) {
                    throw new Dying();
                }
                return left;
            });
            chunks++;
            after.run();
            return more;
        } catch (Dying e) {
            diesAt = -1;
            throw new Killed();
        }
    }

    @Override
    public void end(UUID campaign) {
        boundaries.run(() -> steps.end(campaign));
    }

    @Override
    public void fail(UUID campaign, String why) {
        boundaries.run(() -> steps.fail(campaign, why));
    }
}
