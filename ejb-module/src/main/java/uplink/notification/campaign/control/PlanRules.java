package uplink.notification.campaign.control;

import java.util.List;
import uplink.notification.boundary.NoticeChannel;
import uplink.notification.campaign.boundary.CampaignPlan;
import uplink.shared.Text;
import uplink.shared.Validation;

/** What the plan of a campaign must be like. */
public final class PlanRules {

    private static final int LONGEST_NAME = 100;
    private static final int USUAL = 600;
    private static final int FASTEST = 6000;

    private PlanRules() {}

    /** As it is kept; {@code validation}. */
    public static CampaignPlan checked(CampaignPlan wanted) {
        Validation validation = new Validation();
        String name = validation.words("name", wanted.name(), LONGEST_NAME);
        validation.require("filter", wanted.filter());
        List<NoticeChannel> channels = wanted.channels() == null
                ? List.of()
                : wanted.channels().stream().distinct().sorted().toList();
        validation.check(!channels.isEmpty(), "channels", Text.of("campaign.no-channel"));
        int pace = wanted.perMinute() == null ? USUAL : wanted.perMinute();
        validation.check(pace >= 1 && pace <= FASTEST, "perMinute", Text.of("campaign.pace", FASTEST));
        CampaignPlan kept = new CampaignPlan(
                name, wanted.filter() == null ? null : wanted.filter().checked(validation), channels, pace);
        validation.done();
        return kept;
    }
}
