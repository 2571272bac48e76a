package uplink.billing.freeze.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a service may be frozen, and on which terms.
 *
 * @param reason why not, in the reader's language; null when it is allowed
 * @param availableFrom the first day on which that reason is gone; null when it is allowed, or no day can be told
 * @param current the freeze that lasts or is planned; null: none
 * @param latestStart the last day on which it may begin
 * @param freeDaysLeft of this calendar year
 */
public record FreezeOffer(
        boolean allowed,
        @Nullable String reason,
        @Nullable LocalDate availableFrom,
        @Nullable Freeze current,
        int minDays,
        int maxDays,
        LocalDate latestStart,
        int freeDaysLeft,
        BigDecimal activationFee,
        BigDecimal dayFee,
        String currency) {}
