package uplink.api.customer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** From which day on a contract ends, why, and what is still to be given back. */
public record TerminationRequest(LocalDate on, String reason, @Nullable String equipment) {}
