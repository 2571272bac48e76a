package uplink.customer.boundary;

import uplink.shared.Coded;

/** What an entry of a customer's history is about. */
public enum HistoryKind implements Coded {
    /** People or integrations changed something: the audit trail. */
    CHANGE,
    /** Invoices and payments. */
    MONEY,
    /** What became of services by itself: suspended, resumed, ended on a day. */
    SERVICE,
    /** What the customer was told. */
    MESSAGE
}
