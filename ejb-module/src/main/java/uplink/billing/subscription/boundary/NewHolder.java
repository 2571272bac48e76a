package uplink.billing.subscription.boundary;

import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.CustomerKind;

/**
 * Somebody new who takes a contract over: it is their first.
 *
 * @param inn taxpayer number: 12 digits for a person, 10 for a company, with right check digits
 * @param phone in any usual spelling; kept as +7…
 * @param locale ru (default) or en
 */
public record NewHolder(
        CustomerKind kind,
        String fullName,
        @Nullable String inn,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String locale) {}
