package uplink.notification.boundary;

import uplink.shared.Coded;

/** Whose service brings a push message to a device. */
public enum PushPlatform implements Coded {
    /** Firebase Cloud Messaging. */
    FCM,
    /** Apple Push Notification service. */
    APNS,
    /** A browser's push service (RFC 8030). */
    WEBPUSH
}
