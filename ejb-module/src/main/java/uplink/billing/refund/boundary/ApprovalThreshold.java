package uplink.billing.refund.boundary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Above that sum a refund or a correction by hand needs a second person.
 *
 * @param above zero or more; zero: always
 * @param currency the operator's; may be left out in a request
 */
public record ApprovalThreshold(BigDecimal above, @Nullable String currency) {}
