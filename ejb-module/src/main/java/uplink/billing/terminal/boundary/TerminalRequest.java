package uplink.billing.terminal.boundary;

import org.jspecify.annotations.Nullable;

/**
 * A request of a payment terminal as it came: nothing in it has been looked at.
 *
 * @param address where it came from
 * @param authorization the header, for agents that have a secret
 * @param date when the money was put in: yyyyMMddHHmmss, in the operator's zone
 */
public record TerminalRequest(
        String address,
        @Nullable String authorization,
        @Nullable String command,
        @Nullable String account,
        @Nullable String sum,
        @Nullable String txnId,
        @Nullable String date,
        @Nullable String currency) {}
