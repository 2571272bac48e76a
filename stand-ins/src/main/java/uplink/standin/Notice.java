package uplink.standin;

import java.util.Map;
import java.util.Optional;

/** A notification on its way to the shop. */
public record Notice(String body, Map<String, String> headers) {

    /** Of Stripe's protocol; others do not sign. */
    public Optional<String> signature() {
        return Optional.ofNullable(headers.get("Stripe-Signature"));
    }
}
