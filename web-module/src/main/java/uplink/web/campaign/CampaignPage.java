package uplink.web.campaign;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.NoticeChannel;
import uplink.notification.campaign.boundary.Campaign;
import uplink.notification.campaign.boundary.CampaignAudience;
import uplink.notification.campaign.boundary.CampaignResult;
import uplink.notification.campaign.boundary.CampaignStart;
import uplink.notification.campaign.boundary.CampaignStatus;
import uplink.notification.campaign.boundary.CampaignText;
import uplink.notification.campaign.boundary.Campaigns;
import uplink.shared.BusinessClock;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.web.shell.Go;

/** One campaign: to whom, what it says, how far it is, what came of it; and order, stop, go on. */
@Named
@ViewScoped
public class CampaignPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final List<String> LANGUAGES = List.of("ru", "en");

    @Inject
    private Campaigns campaigns;

    @Inject
    private BusinessClock clock;

    private @Nullable String id;
    private @Nullable LocalDateTime startsAt;
    private @Nullable Integer count;
    private @Nullable String note;
    private transient @Nullable Campaign campaign;
    private transient @Nullable CampaignAudience audience;

    public void load() {
        getCampaign();
    }

    public Campaign getCampaign() {
        if (campaign == null) {
            campaign = campaigns.get(key());
        }
        return campaign;
    }

    /** Counts whom it would reach now; nothing is kept. */
    public void look() {
        audience = campaigns.getAudience(getCampaign().filter());
    }

    public void order() {
        LocalDateTime at = startsAt;
        campaigns.order(
                key(),
                new CampaignStart(at == null ? null : at.atZone(clock.getZone()).toInstant(), count));
        again("campaign.ordered");
    }

    public void withdraw() {
        campaigns.withdraw(key());
        again("campaign.withdrawn");
    }

    public void stop() {
        campaigns.stop(key());
        again("campaign.stopped");
    }

    public void resume() {
        campaigns.resume(key());
        again("campaign.resumed");
    }

    public void remove() {
        campaigns.remove(key());
        Go.to("/campaigns", "campaign.removed");
    }

    public void approve() {
        campaigns.approve(key(), note);
        again("campaign.approved");
    }

    public void refuse() {
        campaigns.refuse(key(), note);
        again("campaign.refused");
    }

    private void again(String said) {
        Go.to("/campaign?id=" + key(), said);
    }

    /** Called by the page's poll; once it is over the whole page is shown anew. */
    public void watch() {
        CampaignStatus before = getCampaign().status();
        campaign = null;
        if (getCampaign().status() != before) {
            Go.to("/campaign?id=" + key());
        }
    }

    public boolean isUnderWay() {
        return getCampaign().status().isUnderWay();
    }

    public boolean isDraft() {
        return getCampaign().status() == CampaignStatus.DRAFT;
    }

    public boolean isChangeable() {
        return isDraft() && isMine();
    }

    public boolean isStoppable() {
        return getCampaign().status() == CampaignStatus.RUNNING && isMine();
    }

    public boolean isResumable() {
        return getCampaign().status().isHalted() && isMine();
    }

    public boolean isWithdrawable() {
        CampaignStatus status = getCampaign().status();
        return (status == CampaignStatus.WAITING || status == CampaignStatus.SCHEDULED) && isMine();
    }

    /** Whether it waits for this caller, who is a second person. */
    public boolean isDecidable() {
        return getCampaign().status() == CampaignStatus.WAITING
                && Callers.current().may(Permission.APPROVAL_DECIDE);
    }

    public boolean isOwn() {
        UUID caller = Callers.current().userId();
        return getCampaign().createdById().equals(caller)
                || caller != null && caller.equals(getCampaign().orderedById());
    }

    private static boolean isMine() {
        return Callers.current().may(Permission.CAMPAIGN_WRITE);
    }

    /** Whole percent of its recipients and of what waits for them. */
    public int getPercent() {
        Campaign now = getCampaign();
        long all = (long) now.total() * now.channels().size();
        long waiting = now.results().stream().mapToLong(CampaignResult::waiting).sum();
        long handled = (long) now.told() * now.channels().size() - waiting;
        return all == 0 ? 0 : (int) Math.max(0, Math.min(100, 100 * handled / all));
    }

    /** Each way in each language. */
    public List<CampaignSlot> getSlots() {
        return getCampaign().channels().stream()
                .flatMap(way -> LANGUAGES.stream().map(language -> slot(way, language)))
                .toList();
    }

    private CampaignSlot slot(NoticeChannel way, String language) {
        CampaignText written = getCampaign().texts().stream()
                .filter(text -> text.channel() == way && text.language().equals(language))
                .findFirst()
                .orElse(null);
        return new CampaignSlot(way, language, written);
    }

    private UUID key() {
        return Go.id(id);
    }

    public @Nullable CampaignAudience getAudience() {
        return audience;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable LocalDateTime getStartsAt() {
        return startsAt;
    }

    public void setStartsAt(@Nullable LocalDateTime startsAt) {
        this.startsAt = startsAt;
    }

    public @Nullable Integer getCount() {
        return count;
    }

    public void setCount(@Nullable Integer count) {
        this.count = count;
    }

    public @Nullable String getNote() {
        return note;
    }

    public void setNote(@Nullable String note) {
        this.note = note;
    }
}
