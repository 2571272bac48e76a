package uplink.inventory.control;

import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.inventory.boundary.DeviceState;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/**
 * A device whose row this transaction holds.
 *
 * @param move the number of its last move
 */
public record Held(
        UUID id,
        UUID model,
        String serial,
        DeviceState state,
        @Nullable UUID warehouse,
        @Nullable UUID customer,
        @Nullable UUID rent,
        int move,
        int version) {

    /** Refuses with {@code device-not-available} when it is nowhere among these. */
    public void require(DeviceState... from) {
        if (Arrays.stream(from).noneMatch(allowed -> allowed == state)) {
            throw unavailable();
        }
    }

    /** The refusal that tells where it is instead. */
    public BusinessException unavailable() {
        return new BusinessException(ProblemType.DEVICE_NOT_AVAILABLE, Text.of("inventory.device.is." + state.code()));
    }
}
