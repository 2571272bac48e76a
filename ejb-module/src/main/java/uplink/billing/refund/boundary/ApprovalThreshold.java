package uplink.billing.refund.boundary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Above that sum a refund, a pay-out or a correction by hand needs a second person.
 *
 * @param above zero or more; zero: always
 * @param withinHours for so many hours what went out for the same customer counts, too: 0 (each by itself) to 8760; may be
 *     left out in a request, and stays then
 * @param currency the operator's; may be left out in a request
 */
public record ApprovalThreshold(BigDecimal above, @Nullable Integer withinHours, @Nullable String currency) {}
