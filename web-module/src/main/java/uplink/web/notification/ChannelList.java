package uplink.web.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.notification.boundary.ChannelPeers;
import uplink.notification.boundary.PeerState;

/** Gateways and push services, and how they do. */
@Named
@RequestScoped
public class ChannelList {

    @Inject
    private ChannelPeers peers;

    private @Nullable List<PeerState> rows;

    public List<PeerState> getRows() {
        if (rows == null) {
            rows = peers.list();
        }
        return rows;
    }
}
