package uplink.customer.control;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Text;

/**
 * A row that is refused, and why.
 *
 * @param line of the file, from 1 with the header
 * @param customerId of the customer whose row it is; null when the row does not even tell that
 */
public record Refusal(int line, String column, Text reason, @Nullable UUID customerId) {}
