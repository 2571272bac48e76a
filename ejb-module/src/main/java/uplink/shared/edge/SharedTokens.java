package uplink.shared.edge;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.Mac;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.shared.DatabaseException;
import uplink.shared.Sql;

/**
 * The buckets that all nodes have in common: a row for each key, taken from by one statement, with the database's clock.
 * When the database does not answer quickly nobody waits for it: it is asked again after a second, by one thread.
 */
final class SharedTokens {

    /** No database: every node counts for itself. */
    static final SharedTokens NONE = new SharedTokens(null, () -> null, System::nanoTime);

    private static final Logger LOG = Logger.getLogger(SharedTokens.class.getName());
    private static final long PAUSE = 1_000_000_000L;
    private static final int DIGEST_BYTES = 16;

    /** Takes as many as there are, at most so many; a row from the future (another limit, a clock) is an empty bucket. */
    private static final String TAKE =
            """
            with ask as (select ?::bytea as key, ?::bigint as wanted, ?::bigint as token, ?::bigint as deep,
                    (extract(epoch from statement_timestamp()) * 1000000)::bigint * 1000 as now)
            insert into rate_limits as r (key, full_at, asked_at, granted)
            select key, now + wanted * token, now, wanted from ask
            on conflict (key) do update set (full_at, asked_at, granted) = (
                select busy + given * token, excluded.asked_at, given
                from ask, lateral (select least(greatest(r.full_at, excluded.asked_at), excluded.asked_at + deep) as busy) b,
                     lateral (select least(wanted, (deep - (busy - excluded.asked_at)) / token) as given) g)
            returning granted, full_at - asked_at""";

    /**
     * What the common bucket gave.
     *
     * @param tokens none when it is empty
     * @param nanosToFull until it is full again, as it is now
     */
    record Grant(long tokens, long nanosToFull) {}

    private final @Nullable DataSource database;
    private final Supplier<@Nullable Mac> mac;
    private final LongSupplier clock;
    private final AtomicLong askAgainAt = new AtomicLong();
    private volatile boolean away;

    SharedTokens(@Nullable DataSource database, Supplier<@Nullable Mac> mac, LongSupplier clock) {
        this.database = database;
        this.mac = mac;
        this.clock = clock;
    }

    /** Up to so many tokens of that key's bucket; empty when the database cannot be asked just now. */
    Optional<Grant> take(String key, long wanted, long nanosPerToken, long depthNanos) {
        if (database == null || !mayAsk()) {
            return Optional.empty();
        }
        try {
            Optional<Grant> grant = Sql.in(database)
                    .first(
                            TAKE,
                            row -> new Grant(row.getLong(1), row.getLong(2)),
                            digest(key),
                            wanted,
                            nanosPerToken,
                            depthNanos);
            isBack();
            return grant;
        } catch (DatabaseException e) {
            isAway(e);
            return Optional.empty();
        }
    }

    private boolean mayAsk() {
        if (!away) {
            return true;
        }
        long at = askAgainAt.get();
        long now = clock.getAsLong();
        return now - at >= 0 && askAgainAt.compareAndSet(at, now + PAUSE);
    }

    private void isAway(DatabaseException e) {
        askAgainAt.set(clock.getAsLong() + PAUSE);
        if (!away) {
            LOG.log(Level.WARNING, "limits are counted by this node alone: {0}", e.getMessage());
        }
        away = true;
    }

    private void isBack() {
        if (away) {
            LOG.info("limits are shared by the nodes again");
        }
        away = false;
    }

    private byte[] digest(String key) {
        Mac keyed = mac.get();
        if (keyed == null) {
            throw new IllegalStateException("no key for the names of the buckets");
        }
        return Arrays.copyOf(keyed.doFinal(key.getBytes(StandardCharsets.UTF_8)), DIGEST_BYTES);
    }
}
