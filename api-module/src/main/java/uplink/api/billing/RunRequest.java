package uplink.api.billing;

import java.time.LocalDate;
import uplink.billing.run.boundary.RunMode;

/**
 * A run to be started.
 *
 * @param targetDate bills everything wanted up to this day, at most 45 days ahead
 */
public record RunRequest(LocalDate targetDate, RunMode mode) {}
