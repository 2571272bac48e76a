package uplink.retention.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.retention.boundary.RetentionCandidate;
import uplink.retention.boundary.RetentionHeld;
import uplink.shared.BusinessClock;
import uplink.shared.Sql;

/** Persons whose data have served their time: those who can be erased, and those whom something holds. */
public interface DuePeople {

    /** @param before since before which they have not been needed */
    static DuePeople of(Sql sql, boolean applicants, Instant before, LocalDate today) {
        return applicants ? new DueApplicants(sql, before) : new DuePersons(sql, BusinessClock.day(before), today);
    }

    /** Of those who can be erased. */
    Found first();

    /** Counts no further than that. */
    int count(int most);

    /** By what, in the order in which it is settled; of at most 10,001 who are due. */
    List<RetentionHeld> held();

    List<RetentionCandidate> heldFirst();

    /** The next who can be erased, by id. */
    List<UUID> next(@Nullable UUID after, int most);
}
