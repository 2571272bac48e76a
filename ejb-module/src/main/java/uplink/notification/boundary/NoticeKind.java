package uplink.notification.boundary;

import uplink.shared.Coded;

/** What a notification is about. */
public enum NoticeKind implements Coded {
    INVOICE_ISSUED,
    PAYMENT_RECEIVED,
    SERVICE_SUSPENDED,
    SERVICE_RESTORED
}
