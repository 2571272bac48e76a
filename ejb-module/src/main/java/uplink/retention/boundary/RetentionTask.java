package uplink.retention.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule's part of a run.
 *
 * @param applicants whether the persons that it erases are applicants, else customers
 * @param keep as the rule was when its part began
 * @param basis the operator's grounds, of which persons are erased
 * @param by who asked for the run, else who changed the rule last
 */
public record RetentionTask(
        UUID run,
        String rule,
        boolean erases,
        boolean applicants,
        boolean business,
        int keep,
        RetentionUnit unit,
        @Nullable String basis,
        @Nullable UUID by) {}
