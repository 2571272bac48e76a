package uplink.billing.subscription.boundary;

import uplink.shared.Coded;

/** When a customer's change is to take effect: today, or with the next billing period. */
public enum ChangeWhen implements Coded {
    NOW,
    NEXT_PERIOD
}
