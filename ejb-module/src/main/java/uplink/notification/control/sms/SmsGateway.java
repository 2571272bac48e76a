package uplink.notification.control.sms;

import uplink.notification.boundary.PeerState;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;

/** Who takes short messages to telephones. No method throws for what the gateway does. */
interface SmsGateway extends AutoCloseable {

    /** Hands it over; the same message again is the same for the telephone, as far as the protocol can say so. */
    Outcome send(Message message);

    /** Sees to it that reports can arrive. */
    void keep();

    PeerState state();

    @Override
    void close();
}
