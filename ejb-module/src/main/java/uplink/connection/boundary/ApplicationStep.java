package uplink.connection.boundary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A state that an application came into.
 *
 * @param by who did it; null: nobody in person, or the applicant
 * @param byCoverage nobody did it: a network has come to where it was kept for one
 */
public record ApplicationStep(
        int no, ApplicationStatus status, Instant at, @Nullable String by, @Nullable String note, boolean byCoverage) {}
