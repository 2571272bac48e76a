package uplink.billing.dunning.boundary;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a day's dunning came to.
 *
 * @param finishedAt null: not yet
 * @param suspended services that were taken away
 * @param writtenOff invoices that were given up
 */
public record DunningDay(
        LocalDate day, Instant beganAt, @Nullable Instant finishedAt, int reminded, int suspended, int writtenOff) {}
