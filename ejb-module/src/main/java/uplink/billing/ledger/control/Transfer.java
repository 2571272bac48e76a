package uplink.billing.ledger.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.billing.ledger.boundary.TransferType;
import uplink.shared.Ids;

/**
 * Money from one account to another. A customer's account has the customer's id.
 *
 * @param amount above zero
 * @param group transfers that belong together share it
 */
public record Transfer(
        UUID id,
        UUID debit,
        UUID credit,
        BigDecimal amount,
        TransferType type,
        @Nullable UUID payment,
        @Nullable UUID invoice,
        UUID group,
        LocalDate effectiveOn,
        @Nullable String reason,
        @Nullable UUID createdBy) {

    /** By that much the customer's balance changes: a credit when above zero, a debit when below. */
    public static Transfer ofCustomer(
            UUID customer,
            HouseAccount house,
            BigDecimal change,
            TransferType type,
            @Nullable UUID payment,
            LocalDate effectiveOn,
            @Nullable String reason,
            @Nullable UUID createdBy) {
        boolean credit = change.signum() > 0;
        UUID id = Ids.next();
        return new Transfer(
                id,
                credit ? house.id() : customer,
                credit ? customer : house.id(),
                change.abs(),
                type,
                payment,
                null,
                id,
                effectiveOn,
                reason,
                createdBy);
    }
}
