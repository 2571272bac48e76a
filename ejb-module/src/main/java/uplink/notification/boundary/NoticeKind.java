package uplink.notification.boundary;

import uplink.shared.Coded;

/** What a notification is about. */
public enum NoticeKind implements Coded {
    INVOICE_ISSUED,
    /** Before an invoice's due date, or on it. */
    INVOICE_REMINDER,
    /** After it. */
    INVOICE_OVERDUE,
    PROMISE_GIVEN,
    PAYMENT_RECEIVED,
    /** Money is on its way back by the way it came. */
    REFUND_ACCEPTED,
    REFUND_DONE,
    /** It did not arrive, and is credit on the account. */
    REFUND_CAME_BACK,
    /** A charge of the saved card came to nothing. */
    AUTOPAY_FAILED,
    /** More is due than may be collected. */
    AUTOPAY_REFUSED,
    /** Off without the customer's having said so: the card was removed, has expired, or is refused for good. */
    AUTOPAY_STOPPED,
    /** By the provider, for debt. */
    SERVICE_SUSPENDED,
    /** By the customer's own wish. */
    SERVICE_FROZEN,
    SERVICE_RESTORED,
    APPLICATION_CREATED,
    /** The network reaches the address. */
    APPLICATION_FEASIBLE,
    /** A crew will come. */
    APPLICATION_SCHEDULED,
    /** It will not come then. */
    APPLICATION_CALLED_OFF,
    /** Service is on, by a contract that was signed. */
    WELCOME,
    APPLICATION_REFUSED
}
