package uplink.notification.boundary;

import java.util.List;
import uplink.shared.Coded;

/** What a notification is about. */
public enum NoticeKind implements Coded {
    INVOICE_ISSUED(NoticeTopic.INVOICES, "number", "amount", "dueDate"),
    /** Before an invoice's due date, or on it. */
    INVOICE_REMINDER(NoticeTopic.INVOICES, "number", "amount", "dueDate"),
    /** After it. */
    INVOICE_OVERDUE(NoticeTopic.DEBT, "number", "amount", "dueDate"),
    PROMISE_GIVEN(NoticeTopic.SERVICES, "endsOn"),
    PAYMENT_RECEIVED(NoticeTopic.PAYMENTS, "amount"),
    /** Money is on its way back by the way it came. */
    REFUND_ACCEPTED(NoticeTopic.PAYMENTS, "amount"),
    REFUND_DONE(NoticeTopic.PAYMENTS, "amount"),
    /** It did not arrive, and is credit on the account. */
    REFUND_CAME_BACK(NoticeTopic.PAYMENTS, "amount"),
    /** A charge of the saved card came to nothing. */
    AUTOPAY_FAILED(NoticeTopic.PAYMENTS, "amount"),
    /** More is due than may be collected. */
    AUTOPAY_REFUSED(NoticeTopic.PAYMENTS, "amount"),
    /** Off without the customer's having said so: the card was removed, has expired, or is refused for good. */
    AUTOPAY_STOPPED(NoticeTopic.PAYMENTS),
    /** By the provider, for debt. */
    SERVICE_SUSPENDED(NoticeTopic.DEBT),
    /** By the customer's own wish. */
    SERVICE_FROZEN(NoticeTopic.SERVICES),
    SERVICE_RESTORED(NoticeTopic.SERVICES),
    /** From a day on; who was connected by an application is welcomed instead. */
    SERVICE_ACTIVATED(NoticeTopic.SERVICES, "tariff", "on"),
    /** Its tariff, price or billing day. */
    SERVICE_CHANGED(NoticeTopic.SERVICES, "tariff", "on"),
    /** The first day without it. */
    SERVICE_CANCELLED(NoticeTopic.SERVICES, "tariff", "on"),
    /** A sign-in with a device, and from a place, that had not been seen before. */
    NEW_DEVICE(NoticeTopic.SECURITY),
    /** An outage or planned works at the customer's address. */
    OUTAGE_STARTED(NoticeTopic.OUTAGES),
    OUTAGE_ENDED(NoticeTopic.OUTAGES),
    APPLICATION_CREATED(NoticeTopic.APPLICATIONS, "number"),
    /** The network reaches the address. */
    APPLICATION_FEASIBLE(NoticeTopic.APPLICATIONS, "number"),
    /** A crew will come. */
    APPLICATION_SCHEDULED(NoticeTopic.APPLICATIONS, "number", "day", "from", "to"),
    /** It will not come then. */
    APPLICATION_CALLED_OFF(NoticeTopic.APPLICATIONS, "number"),
    /** Service is on, by a contract that was signed. */
    WELCOME(NoticeTopic.APPLICATIONS, "contractNumber"),
    APPLICATION_REFUSED(NoticeTopic.APPLICATIONS, "number"),
    /** Somebody has written to many: its words are the campaign's. */
    CAMPAIGN(NoticeTopic.OFFERS);

    private final NoticeTopic topic;
    private final List<String> names;

    NoticeKind(NoticeTopic topic, String... names) {
        this.topic = topic;
        this.names = List.of(names);
    }

    public NoticeTopic topic() {
        return topic;
    }

    /** Whether there is a template of its words, the same for every event. */
    public boolean isTemplated() {
        return this != CAMPAIGN;
    }

    /** What its words can name, beside the customer's own: fields of the event. */
    public List<String> names() {
        return names;
    }
}
