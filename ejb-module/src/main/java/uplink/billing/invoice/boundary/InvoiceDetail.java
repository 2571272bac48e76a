package uplink.billing.invoice.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invoice with its lines, as it was issued. The fields are those of {@link InvoiceSummary}. */
public record InvoiceDetail(
        UUID id,
        String number,
        InvoiceKind kind,
        InvoiceStatus status,
        BigDecimal amount,
        BigDecimal tax,
        BigDecimal outstanding,
        String currency,
        LocalDate issuedOn,
        LocalDate dueDate,
        @Nullable Instant paidAt,
        UUID customerId,
        String customerName,
        String contractNumber,
        @Nullable UUID runId,
        List<InvoiceLine> lines) {}
