package uplink.billing.run.control;

import jakarta.ejb.ApplicationException;

/** Somebody else changed the same customers meanwhile: the chunk is rolled back and done again. */
@ApplicationException(rollback = true)
public final class ChunkConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChunkConflict(String what) {
        super(what);
    }
}
