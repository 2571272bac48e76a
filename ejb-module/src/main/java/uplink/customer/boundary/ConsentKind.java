package uplink.customer.boundary;

import uplink.shared.Coded;

/** What a customer may consent to (Federal Law 152-ФЗ of 27 July 2006, article 9, and 38-ФЗ of 13 March 2006, article 18). */
public enum ConsentKind implements Coded {
    /** Personal data are worked with. */
    PERSONAL_DATA,
    /** Advertising is sent. */
    MARKETING,
    /** Personal data are handed on to others. */
    THIRD_PARTIES
}
