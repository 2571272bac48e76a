package uplink.notification.boundary;

import uplink.shared.Coded;

/** By what way somebody is told, as the front ends know it. */
public enum NoticeChannel implements Coded {
    /** The list in the cabinet and the app: everything is there, and nobody switches it off. */
    APP,
    EMAIL,
    SMS,
    PUSH
}
