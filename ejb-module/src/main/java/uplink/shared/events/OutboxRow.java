package uplink.shared.events;

import java.time.Instant;
import java.util.UUID;

/** An event that waits in the outbox; its data is JSON already. */
record OutboxRow(UUID id, String type, String source, String subject, String data, Instant occurredAt) {

    String toCloudEvent() {
        return CloudEvents.write(id, type, source, subject, occurredAt, data);
    }
}
