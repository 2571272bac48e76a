package uplink.billing.run.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Text;

/**
 * A bill run and how far it has come.
 *
 * @param targetDate bills everything wanted up to this day
 * @param total customers to look at
 * @param done customers looked at
 * @param invoiced invoices and credit notes written (of a preview: that would be)
 * @param amount net sum of the invoices, credit notes subtracted
 * @param quarantined customers put aside by this run
 * @param ratePerSecond customers a second since it started; 0 before
 * @param etaSeconds until the end at that rate; null when it is not under way
 * @param previewId the preview that this commit follows
 * @param customerId set when the run is for one customer only (a retry from quarantine)
 * @param failure that it failed, and the id under which the log tells why
 * @param byTariff empty in lists
 */
public record BillRun(
        UUID id,
        RunMode mode,
        LocalDate targetDate,
        LocalDate issuedOn,
        RunStatus status,
        int total,
        int done,
        int invoiced,
        BigDecimal amount,
        String currency,
        int quarantined,
        int ratePerSecond,
        @Nullable Long etaSeconds,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable UUID previewId,
        @Nullable UUID customerId,
        @Nullable UUID startedBy,
        @Nullable Text failure,
        List<TariffTotal> byTariff) {}
