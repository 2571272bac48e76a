package uplink.customer.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.customer.boundary.AddressDetail;
import uplink.customer.boundary.CustomerKind;

/** A row that is right by itself: a contract and perhaps a subscription, with the columns of its customer. */
record ImportRow(
        int line,
        UUID customerId,
        UUID contractId,
        CustomerKind kind,
        String fullName,
        @Nullable String inn,
        @Nullable String email,
        @Nullable String phone,
        String locale,
        String contractNumber,
        LocalDate signedOn,
        int billingDay,
        @Nullable AddressDetail address,
        @Nullable UUID tariffId,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate billedTo,
        @Nullable BigDecimal price,
        @Nullable BigDecimal balance) {}
