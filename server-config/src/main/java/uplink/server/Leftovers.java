package uplink.server;

import java.util.List;

/** Processes of an earlier supervisor that was killed before it could end them. */
final class Leftovers {
    private Leftovers() {}

    /**
     * Ends them all, in the order in which they need each other. Only files of the data directory name them: so it
     * comes before anything there is deleted, and before ports are looked at, which they may still hold.
     */
    static void end(DataDirectory data) {
        for (String name : List.of(AppStart.NAME, BrokerStart.NAME, Postgres.NAME)) {
            Child.endLeftover(data, name);
        }
        Postmaster.of(data).end();
    }
}
