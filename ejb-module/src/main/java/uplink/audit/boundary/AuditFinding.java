package uplink.audit.boundary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.shared.Coded;

/**
 * Something that is not as it was when it was sealed.
 *
 * @param seal number of the seal, if one is concerned
 * @param row the row of the trail, if one is concerned
 */
public record AuditFinding(Kind kind, @Nullable Long seal, @Nullable UUID row) {

    /** What is wrong. */
    public enum Kind implements Coded {
        /** A row is not what it was. */
        ROW_CHANGED,
        /** A row that was sealed, or waited for it, is gone. */
        ROW_MISSING,
        /** A row is there that nobody sealed and that does not wait for it. */
        ROW_UNSEALED,
        /** The number between two seals is gone. */
        SEAL_MISSING,
        /** A seal's hash is not that of what it covers, or not what the next one says. */
        SEAL_BROKEN,
        /** The copy outside the database has another hash. */
        COPY_DIFFERS,
        /** The copy outside the database has a later seal than the database. */
        END_CUT_OFF,
        /** A trigger that writes or guards the trail is not there or off. */
        GUARD_OFF
    }
}
