package uplink.web.campaign;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.Customers;
import uplink.customer.boundary.FoundCustomer;
import uplink.notification.boundary.MessagePreview;
import uplink.notification.boundary.NoticeChannel;
import uplink.notification.campaign.boundary.Campaign;
import uplink.notification.campaign.boundary.CampaignStatus;
import uplink.notification.campaign.boundary.CampaignTrial;
import uplink.notification.campaign.boundary.CampaignTrials;
import uplink.notification.campaign.boundary.CampaignWording;
import uplink.notification.campaign.boundary.Campaigns;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Coded;
import uplink.shared.Permission;
import uplink.web.shell.Go;

/** The words of a campaign by one way in one language: written, read as a customer, sent to oneself, kept. */
@Named
@ViewScoped
public class CampaignTextForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Campaigns campaigns;

    @Inject
    private CampaignTrials trials;

    @Inject
    private Customers customers;

    private @Nullable String id;
    private @Nullable String channel;
    private @Nullable String language;
    private @Nullable String subject;
    private @Nullable String body;
    private @Nullable String who;
    private @Nullable String address;
    private transient @Nullable Campaign campaign;
    private transient @Nullable MessagePreview preview;
    private @Nullable String wrong;
    private transient @Nullable FoundCustomer reader;

    public void load() {
        getCampaign().texts().stream()
                .filter(text -> text.channel() == channel() && text.language().equals(language))
                .findFirst()
                .ifPresent(text -> {
                    subject = text.subject();
                    body = text.body();
                });
        if (body != null) {
            look();
        }
    }

    public Campaign getCampaign() {
        if (campaign == null) {
            campaign = campaigns.get(Go.id(id));
        }
        return campaign;
    }

    /** What the customer, or an example, would get; or what is wrong with the words as they are now. */
    public void look() {
        preview = null;
        wrong = null;
        try {
            preview = trials.getPreview(trial());
        } catch (BusinessException e) {
            wrong = e.errors().isEmpty()
                    ? e.detail().in(locale())
                    : e.errors().get(0).message().in(locale());
        }
    }

    public void save() {
        campaigns.write(Go.id(id), new CampaignWording(channel(), language, subject, body));
        Go.to("/campaign?id=" + Go.id(id), "campaign.text-saved");
    }

    public void send() {
        Go.say("campaign.tried", trials.send(trial()));
        look();
    }

    private CampaignTrial trial() {
        String typed = who;
        reader = typed == null || typed.isBlank()
                ? null
                : customers.search(typed, 1).stream().findFirst().orElse(null);
        UUID customer = reader == null ? null : reader.id();
        return new CampaignTrial(channel(), language, subject, body, customer, address);
    }

    private static java.util.Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    private NoticeChannel channel() {
        try {
            return Coded.of(NoticeChannel.class, channel == null ? "" : channel);
        } catch (IllegalArgumentException e) {
            throw BusinessException.notFound();
        }
    }

    public boolean isChangeable() {
        return getCampaign().status() == CampaignStatus.DRAFT
                && Callers.current().may(Permission.CAMPAIGN_WRITE);
    }

    /** Letters and pushes have one. */
    public boolean isTitled() {
        return channel() == NoticeChannel.EMAIL || channel() == NoticeChannel.PUSH;
    }

    /** Where somebody can try it: a push needs a device, the list needs nothing. */
    public boolean isTestable() {
        boolean sent = channel() == NoticeChannel.EMAIL || channel() == NoticeChannel.SMS;
        return sent && Callers.current().may(Permission.CAMPAIGN_WRITE);
    }

    /** Whether words can be read as somebody who is there. */
    public boolean isReadable() {
        return Callers.current().may(Permission.CUSTOMER_READ);
    }

    public @Nullable FoundCustomer getReader() {
        return reader;
    }

    public @Nullable MessagePreview getPreview() {
        return preview;
    }

    public @Nullable String getWrong() {
        return wrong;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getChannel() {
        return channel;
    }

    public void setChannel(@Nullable String channel) {
        this.channel = channel;
    }

    public @Nullable String getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable String language) {
        this.language = language;
    }

    public @Nullable String getSubject() {
        return subject;
    }

    public void setSubject(@Nullable String subject) {
        this.subject = subject;
    }

    public @Nullable String getBody() {
        return body;
    }

    public void setBody(@Nullable String body) {
        this.body = body;
    }

    public @Nullable String getWho() {
        return who;
    }

    public void setWho(@Nullable String who) {
        this.who = who;
    }

    public @Nullable String getAddress() {
        return address;
    }

    public void setAddress(@Nullable String address) {
        this.address = address;
    }
}
