package uplink.web.campaign;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.NoticeChannel;
import uplink.notification.campaign.boundary.Campaign;
import uplink.notification.campaign.boundary.CampaignAudience;
import uplink.notification.campaign.boundary.CampaignPlan;
import uplink.notification.campaign.boundary.Campaigns;
import uplink.shared.Coded;
import uplink.web.customer.CustomerFilter;
import uplink.web.customer.CustomerList;
import uplink.web.shell.Go;
import uplink.web.shell.Reader;

/** The plan of a campaign: to whom, by which ways, how fast; counted while it is made. */
@Named
@ViewScoped
public class CampaignForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Campaigns campaigns;

    @Inject
    private CustomerList list;

    @Inject
    private Reader reader;

    private @Nullable String id;
    private @Nullable Integer version;
    private @Nullable String name;
    private final CustomerFilter filter = new CustomerFilter();
    private List<String> channels = new ArrayList<>(List.of(NoticeChannel.EMAIL.code()));
    private @Nullable Integer perMinute = 600;
    private transient @Nullable CampaignAudience audience;

    public void load() {
        if (!isNew()) {
            Campaign campaign = campaigns.get(Go.id(id));
            version = campaign.version();
            name = campaign.name();
            filter.show(campaign.filter());
            channels = new ArrayList<>(
                    campaign.channels().stream().map(NoticeChannel::code).toList());
            perMinute = campaign.perMinute();
        }
    }

    /** A draft for those whom the list of customers shows. */
    public void begin() {
        String called = reader.say("campaign.new-name", reader.day(reader.getToday()));
        Campaign draft =
                campaigns.create(new CampaignPlan(called, list.getFilter().chosen(), ways(), perMinute));
        Go.to("/campaign-edit?id=" + draft.id());
    }

    /** Counts whom it would reach; nothing is kept. */
    public void look() {
        audience = campaigns.getAudience(filter.chosen());
    }

    public void save() {
        CampaignPlan plan = new CampaignPlan(name, filter.chosen(), ways(), perMinute);
        Campaign saved = isNew() ? campaigns.create(plan) : campaigns.change(Go.id(id), plan, version);
        Go.to("/campaign?id=" + saved.id(), "campaign.saved");
    }

    private List<NoticeChannel> ways() {
        return channels.stream()
                .map(code -> Coded.of(NoticeChannel.class, code))
                .toList();
    }

    public CustomerFilter getFilter() {
        return filter;
    }

    public boolean isNew() {
        return id == null;
    }

    public @Nullable CampaignAudience getAudience() {
        return audience;
    }

    public NoticeChannel[] getWays() {
        return NoticeChannel.values();
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public List<String> getChannels() {
        return channels;
    }

    public void setChannels(List<String> channels) {
        this.channels = channels;
    }

    public @Nullable Integer getPerMinute() {
        return perMinute;
    }

    public void setPerMinute(@Nullable Integer perMinute) {
        this.perMinute = perMinute;
    }
}
