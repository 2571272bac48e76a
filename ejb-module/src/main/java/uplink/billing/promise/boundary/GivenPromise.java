package uplink.billing.promise.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A promise to pay.
 *
 * @param endsOn the first day without it
 * @param debt overdue when it was given
 */
public record GivenPromise(
        UUID id,
        LocalDate givenOn,
        LocalDate endsOn,
        BigDecimal debt,
        BigDecimal fee,
        String currency,
        PromiseStatus status) {}
