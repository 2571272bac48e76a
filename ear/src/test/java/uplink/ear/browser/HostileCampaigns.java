package uplink.ear.browser;

import static uplink.ear.browser.HostileTexts.LONG;
import static uplink.ear.browser.HostileTexts.SHORT;

import java.util.List;
import java.util.Map;
import uplink.ear.Api;
import uplink.ear.DemoStaff;
import uplink.ear.LiveUplink;
import uplink.ear.People;

/** What people write in campaigns, and when somebody else decides about one; nothing of it is sent. */
final class HostileCampaigns {

    private final LiveUplink uplink;
    private final HostileTexts texts;

    HostileCampaigns(LiveUplink uplink, HostileTexts texts) {
        this.uplink = uplink;
        this.texts = texts;
    }

    void write() {
        String operator = Api.field(DemoStaff.signIn(uplink, "operator@demo.uplink"), "accessToken");
        Map<String, Object> filter = Map.of("q", LONG);
        texts.post("admin/campaigns/audience", filter);
        Map<String, Object> plan = Map.of("name", LONG, "filter", filter, "channels", List.of("email", "app"));
        for (String decision : List.of("refuse", "approve")) {
            String campaign = "admin/campaigns/" + texts.post("admin/campaigns", plan, operator);
            texts.change("PUT", campaign, plan);
            // words with braces that name nothing are refused, so these have none
            texts.change(
                    "PUT",
                    campaign + "/texts",
                    Map.of("channel", "email", "language", "ru", "subject", SHORT, "body", SHORT));
            People.update(
                    uplink,
                    """
                    update campaigns set status = 'waiting', ordered_by = created_by, starts_at = now() + interval '300 days'
                    where id = ?::uuid
                    """,
                    campaign.substring(campaign.lastIndexOf('/') + 1));
            texts.post(campaign + "/" + decision, Map.of("note", LONG));
        }
    }
}
