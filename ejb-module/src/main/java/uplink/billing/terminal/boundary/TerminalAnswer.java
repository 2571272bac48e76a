package uplink.billing.terminal.boundary;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import uplink.shared.Text;

/**
 * What a payment terminal is told.
 *
 * @param txnId the agent's number; null when it was none
 * @param prvTxn our number of a payment that was taken
 * @param sum what was taken
 * @param comment why not, for the payer
 */
public record TerminalAnswer(
        @Nullable String txnId,
        @Nullable Long prvTxn,
        @Nullable BigDecimal sum,
        @Nullable String currency,
        TerminalResult result,
        @Nullable Text comment) {

    /** A refusal, or the answer to a check. */
    public static TerminalAnswer of(@Nullable String txnId, TerminalResult result, @Nullable Text comment) {
        return new TerminalAnswer(txnId, null, null, null, result, comment);
    }
}
