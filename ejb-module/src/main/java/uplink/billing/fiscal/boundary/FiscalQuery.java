package uplink.billing.fiscal.boundary;

import org.jspecify.annotations.Nullable;

/**
 * A slice of the receipts, newest first.
 *
 * @param contract how the contract's number begins
 * @param first rows to skip
 * @param size 1 to 200
 */
public record FiscalQuery(
        @Nullable FiscalStatus status, @Nullable FiscalKind kind, @Nullable String contract, int first, int size) {}
