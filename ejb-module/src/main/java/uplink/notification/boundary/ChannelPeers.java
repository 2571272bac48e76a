package uplink.notification.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import uplink.notification.control.push.PushChannel;
import uplink.notification.control.sms.SmsChannel;
import uplink.shared.Allowed;
import uplink.shared.Permission;

/** How those do who take messages to telephones, apps and browsers. */
@Stateless
@Allowed(Permission.SYSTEM_CHECK)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ChannelPeers {

    @Inject
    private SmsChannel sms;

    @Inject
    private PushChannel push;

    /** The gateway for short messages, then the push services; those that no settings name included. */
    public List<PeerState> list() {
        return Stream.concat(Stream.of(sms.state()), push.states().stream()).toList();
    }
}
