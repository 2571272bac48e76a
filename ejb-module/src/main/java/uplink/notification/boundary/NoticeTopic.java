package uplink.notification.boundary;

import uplink.shared.Coded;

/**
 * What notifications are about, as customers choose among them. By which ways one hears of each, and which of them are
 * mandatory, is in table {@code notice_channels}.
 */
public enum NoticeTopic implements Coded {
    /** Who signs in, and with what: its letters are those of {@link MailJob}. */
    SECURITY(true),
    /** What is overdue, and service that was suspended for it. */
    DEBT(true),
    INVOICES(false),
    PAYMENTS(false),
    SERVICES(false),
    OUTAGES(false),
    APPLICATIONS(false),
    /** What the provider has to offer: only to those who have agreed to advertising. */
    OFFERS(false);

    private final boolean mandatory;

    NoticeTopic(boolean mandatory) {
        this.mandatory = mandatory;
    }

    /** Whether nobody can switch it off. */
    public boolean isMandatory() {
        return mandatory;
    }
}
