package uplink.standin;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a shop wants paid.
 *
 * @param metadata the shop's own words, handed back with every answer
 * @param saves whether the card is to be saved for later
 * @param token of a saved card that is charged at once, without the payer; null: the payer comes to the page
 */
record Wanted(
        BigDecimal amount,
        String currency,
        String description,
        String returnUrl,
        Map<String, Object> metadata,
        boolean saves,
        @Nullable String token) {}
