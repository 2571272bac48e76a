package uplink.billing.run.control;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uplink.shared.Sql;
import uplink.testing.Database;
import uplink.testing.Tx;

/** What dispatcher and message bean do in the server, without the server: chunk by chunk, a transaction each. */
final class RunLoop {

    private RunLoop() {}

    /** Works off up to so many chunks, until none is pending; answers how many. */
    static int step(UUID run, RunSettings settings, Instant now, int atMost) {
        int worked = 0;
        boolean more = true;
        while (more && worked < atMost) {
            more = false;
            for (int no : pending(run)) {
                if (worked >= atMost) {
                    break;
                }
                more |= attempt(run, no, settings, now);
                worked++;
            }
        }
        Tx.run(c -> new RunState(Sql.on(c), now).complete(run));
        Tx.run(c -> new RunState(Sql.on(c), now).fail(run));
        return worked;
    }

    private static List<Integer> pending(UUID run) {
        return Sql.in(Database.app())
                .list(
                        "select no from bill_run_chunks where run_id = ? and status = 'pending' order by no",
                        r -> r.getInt(1),
                        run);
    }

    private static boolean attempt(UUID run, int no, RunSettings settings, Instant now) {
        try {
            return Tx.run(c -> new ChunkWorker(c, settings, now).work(run, no)).worked();
        } catch (RuntimeException e) {
            Tx.run(c -> {
                new RunState(Sql.on(c), now).failed(run, no, e.toString());
                return true;
            });
            return true;
        }
    }
}
