package uplink.web.campaign;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uplink.notification.campaign.boundary.Campaign;
import uplink.notification.campaign.boundary.CampaignQuery;
import uplink.notification.campaign.boundary.CampaignQuery.Sort;
import uplink.notification.campaign.boundary.CampaignStatus;
import uplink.notification.campaign.boundary.Campaigns;
import uplink.web.shell.Rows;

/** All campaigns. */
@Named
@ViewScoped
public class CampaignList implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Campaigns campaigns;

    private @Nullable String text;
    private @Nullable CampaignStatus status;
    private final Rows<Campaign> rows = new Rows<>(
            (first, size, column, ascending) -> campaigns.list(query(first, size, column, ascending)),
            () -> campaigns.count(query(0, 1, null, false)));

    private CampaignQuery query(int first, int size, @Nullable String column, boolean ascending) {
        return new CampaignQuery(
                text, status, column == null ? Sort.CREATED : Sort.valueOf(column), ascending, first, size);
    }

    public Rows<Campaign> getRows() {
        return rows;
    }

    public boolean isFiltered() {
        return text != null || status != null;
    }

    /** From the address: where it stands; anything else is no filter. */
    public @Nullable String getOnly() {
        return status == null ? null : status.code();
    }

    public void setOnly(@Nullable String only) {
        status = Stream.of(CampaignStatus.values())
                .filter(one -> one.code().equals(only))
                .findFirst()
                .orElse(null);
    }

    public CampaignStatus[] getStatuses() {
        return CampaignStatus.values();
    }

    public @Nullable String getText() {
        return text;
    }

    public void setText(@Nullable String text) {
        this.text = text;
    }

    public @Nullable CampaignStatus getStatus() {
        return status;
    }

    public void setStatus(@Nullable CampaignStatus status) {
        this.status = status;
    }
}
