package uplink.document.control;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.document.boundary.DocumentKind;

/**
 * A paper before it is issued.
 *
 * @param number null: the next of its series
 */
public record Draft(
        DocumentKind kind,
        UUID customer,
        @Nullable UUID payment,
        @Nullable UUID contract,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String number,
        @Nullable BigDecimal amount,
        String currency,
        Facts facts) {

    static Draft of(UUID customer, UUID payment, ReceiptFacts facts) {
        return new Draft(
                DocumentKind.RECEIPT,
                customer,
                payment,
                null,
                null,
                null,
                null,
                facts.amount(),
                facts.currency(),
                facts);
    }

    static Draft of(UUID customer, ActFacts facts) {
        return new Draft(
                DocumentKind.ACT,
                customer,
                null,
                null,
                facts.from(),
                facts.from().plusMonths(1),
                null,
                facts.amount(),
                facts.currency(),
                facts);
    }

    static Draft of(UUID customer, StatementFacts facts) {
        return new Draft(
                DocumentKind.STATEMENT,
                customer,
                null,
                null,
                facts.account().from(),
                facts.account().to(),
                null,
                facts.account().closing(),
                facts.account().currency(),
                facts);
    }

    static Draft of(UUID customer, UUID contract, ContractFacts facts) {
        return new Draft(
                DocumentKind.CONTRACT,
                customer,
                null,
                contract,
                null,
                null,
                facts.number(),
                null,
                facts.currency(),
                facts);
    }
}
