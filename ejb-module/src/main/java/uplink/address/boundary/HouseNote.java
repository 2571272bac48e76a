package uplink.address.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What whoever comes to a house should know.
 *
 * @param entrance null: the whole house
 * @param floor null: every floor
 */
public record HouseNote(UUID id, @Nullable String entrance, @Nullable String floor, String text, int version) {}
