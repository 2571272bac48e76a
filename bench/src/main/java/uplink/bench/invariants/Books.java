package uplink.bench.invariants;

import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import uplink.bench.Provider;
import uplink.bench.Script;

/**
 * Sound books, made set-wise. Most customers have three months with an invoice and a payment each; some have everything
 * that there is for one of them: a refund, a correction and a pay-out, done and waiting, a daily share, their rows of the
 * audit trail.
 *
 * @param customers of both kinds
 * @param full who have everything; the first by their contract's number
 */
record Books(int customers, int full) {

    private static final int LEAST_FULL = 1000;
    private static final int TRANSFERS_OF_FULL = 7;

    /** With at least so many transfers. */
    static Books of(int transfers) {
        int full = Math.max(LEAST_FULL, transfers / 150);
        // nine each, but one in three has not paid the last invoice: 26 of three customers
        int others = Math.max(1, (transfers - TRANSFERS_OF_FULL * full + 25) / 26 * 3);
        return new Books(full + others, full);
    }

    /** Fills an empty schema; as its superuser, because no trigger looks at what is right as a whole. */
    void write(DataSource superuser) throws SQLException {
        Script.named("books.sql")
                .with(Map.of("customers", customers, "full", full))
                .run(superuser);
        Provider.settle(superuser);
    }
}
