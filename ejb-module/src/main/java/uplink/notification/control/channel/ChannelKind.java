package uplink.notification.control.channel;

import uplink.shared.Coded;

/** By what way somebody is told. */
public enum ChannelKind implements Coded {
    /** The list in the cabinet and the app. */
    APP,
    EMAIL,
    SMS,
    PUSH
}
