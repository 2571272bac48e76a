package uplink.notification.campaign.boundary;

import uplink.shared.Coded;

/**
 * Where a campaign stands: {@code draft} → ({@code waiting} for a second person →) {@code scheduled} → {@code running} →
 * {@code done}; stopped and failed in between, from where it goes on.
 */
public enum CampaignStatus implements Coded {
    DRAFT,
    WAITING,
    SCHEDULED,
    RUNNING,
    STOPPED,
    DONE,
    FAILED;

    /** Its words go out by themselves, now or at their time. */
    public boolean isUnderWay() {
        return this == SCHEDULED || this == RUNNING;
    }

    /** It rests half-way. */
    public boolean isHalted() {
        return this == STOPPED || this == FAILED;
    }
}
