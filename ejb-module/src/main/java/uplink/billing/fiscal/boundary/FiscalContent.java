package uplink.billing.fiscal.boundary;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A receipt as any service wants it.
 *
 * @param email where the customer gets it; or else the phone
 * @param paid how: {@code cash}, {@code cashless} or {@code advance}, which came before
 */
public record FiscalContent(
        @Nullable String email, @Nullable String phone, String paid, BigDecimal total, List<FiscalItem> items) {}
