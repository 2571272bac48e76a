package uplink.connection.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a crew comes.
 *
 * @param shiftId with a free place
 * @param bring what the crew takes along; at most 1,000 characters
 */
public record Appointment(UUID shiftId, @Nullable String bring) {}
