package uplink.billing.payment.control;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a provider's register.
 *
 * @param next where the next page begins; null: this was the last
 * @param failure why it could not be read; then nothing in it counts
 */
public record RegisterPage(List<Entry> entries, @Nullable String next, @Nullable String failure) {

    /**
     * A payment as the register has it.
     *
     * @param madeAt by the provider's clock
     */
    public record Entry(ProviderAnswer payment, Instant madeAt) {}

    public static RegisterPage unread(@Nullable String why) {
        return new RegisterPage(List.of(), null, why == null ? "no answer" : why);
    }
}
