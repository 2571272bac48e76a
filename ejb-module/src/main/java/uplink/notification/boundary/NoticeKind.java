package uplink.notification.boundary;

import uplink.shared.Coded;

/** What a notification is about. */
public enum NoticeKind implements Coded {
    INVOICE_ISSUED,
    PAYMENT_RECEIVED,
    /** By the provider, for debt. */
    SERVICE_SUSPENDED,
    /** By the customer's own wish. */
    SERVICE_FROZEN,
    SERVICE_RESTORED
}
