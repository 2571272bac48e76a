package uplink.billing.subscription.control;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/**
 * Why something is not allowed.
 *
 * @param from the first day on which it is; null: waiting does not help
 */
public record Obstacle(Text why, @Nullable LocalDate from) {

    static Obstacle of(String key, Object... arguments) {
        return new Obstacle(Text.of(key, arguments), null);
    }

    /** As a refusal: {@code not-allowed} with {@code availableFrom}. */
    BusinessException refusal() {
        return new BusinessException(
                ProblemType.NOT_ALLOWED,
                why,
                List.of(),
                from == null ? Map.of() : Map.of("availableFrom", from.toString()));
    }
}
