package uplink.notification.control.push;

import uplink.notification.boundary.PushPlatform;
import uplink.notification.control.channel.Message;
import uplink.notification.control.channel.Outcome;
import uplink.notification.control.channel.PeerWatch;

/** Who brings push messages to devices of one platform. It never throws for what the service does. */
interface PushService {

    PushPlatform platform();

    Outcome push(PushToken token, Message message);

    /** What it did last; while it wants to be left alone nothing is handed to it. */
    PeerWatch watch();
}
