package uplink.analytics.boundary;

import uplink.shared.Coded;
import uplink.shared.Text;

/** What is counted by day. */
public enum Figure implements Coded {
    INVOICES,
    CREDIT_NOTES,
    PAYMENTS,
    ACTIVATIONS,
    SUSPENSIONS,
    RESTORATIONS,
    CANCELLATIONS,
    REGISTRATIONS,
    OVERDUE;

    /** Its name for people. */
    public Text label() {
        return Text.of("analytics.figure." + code());
    }
}
