package uplink.customer.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer as staff sees one.
 *
 * @param userId the sign-in that belongs to the customer, if there is one
 * @param contractNumber of the first contract: the number people quote
 * @param balance credits − debits: below zero is debt
 * @param requisites null: nobody has entered any
 * @param tags sorted
 * @param version for {@code If-Match}
 */
public record CustomerDetail(
        UUID id,
        @Nullable UUID userId,
        CustomerKind kind,
        String fullName,
        @Nullable String inn,
        String contractNumber,
        @Nullable String email,
        @Nullable String phone,
        String locale,
        CustomerStatus status,
        BigDecimal balance,
        BigDecimal creditLimit,
        String currency,
        List<ContractDetail> contracts,
        @Nullable CustomerRequisites requisites,
        List<String> tags,
        Instant createdAt,
        Instant updatedAt,
        int version) {

    public CustomerDetail {
        contracts = List.copyOf(contracts);
        tags = List.copyOf(tags);
    }
}
