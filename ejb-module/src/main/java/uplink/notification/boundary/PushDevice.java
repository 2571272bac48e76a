package uplink.notification.boundary;

import java.time.Instant;
import java.util.UUID;

/**
 * A device that takes push messages.
 *
 * @param registeredAt when it last said so
 */
public record PushDevice(UUID id, PushPlatform platform, Instant registeredAt) {}
