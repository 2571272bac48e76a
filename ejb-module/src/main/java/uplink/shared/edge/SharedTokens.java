package uplink.shared.edge;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Executor;
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
 * When the database does not answer quickly nobody waits for it any more: once a second a thread of its own looks
 * whether it is back, while every request is counted here.
 */
final class SharedTokens {

    /** No database: every node counts for itself. */
    static final SharedTokens NONE = new SharedTokens(null, () -> null, System::nanoTime, Runnable::run);

    private static final Logger LOG = Logger.getLogger(SharedTokens.class.getName());
    private static final long PAUSE = 1_000_000_000L;
    /** Only then is another look begun beside one that has not ended. */
    private static final long LONGEST_LOOK = 30 * PAUSE;

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
    private final Executor looks;
    private final AtomicLong askAgainAt = new AtomicLong();
    private volatile boolean away;

    SharedTokens(@Nullable DataSource database, Supplier<@Nullable Mac> mac, LongSupplier clock, Executor looks) {
        this.database = database;
        this.mac = mac;
        this.clock = clock;
        this.looks = looks;
    }

    /** With a thread for each look at a database that was away: there is one at most. */
    static SharedTokens of(DataSource database, Supplier<@Nullable Mac> mac) {
        return new SharedTokens(database, mac, System::nanoTime, look -> {
            Thread thread = new Thread(look, "limits-look");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** Up to so many tokens of that key's bucket; empty when the database cannot be asked just now. */
    Optional<Grant> take(String key, long wanted, long nanosPerToken, long depthNanos) {
        if (database == null || away) {
            lookLater();
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
            return grant;
        } catch (DatabaseException e) {
            isAway(e);
            return Optional.empty();
        }
    }

    private void lookLater() {
        long at = askAgainAt.get();
        long now = clock.getAsLong();
        DataSource asked = database;
        if (asked != null && now - at >= 0 && askAgainAt.compareAndSet(at, now + LONGEST_LOOK)) {
            looks.execute(() -> look(asked));
        }
    }

    private void look(DataSource asked) {
        try {
            Sql.in(asked).number("select 1");
            away = false;
            LOG.info("limits are shared by the nodes again");
        } catch (DatabaseException e) {
            askAgainAt.set(clock.getAsLong() + PAUSE);
        }
    }

    private void isAway(DatabaseException e) {
        askAgainAt.set(clock.getAsLong() + PAUSE);
        if (!away) {
            LOG.log(Level.WARNING, "limits are counted by this node alone: {0}", e.getMessage());
        }
        away = true;
    }

    private byte[] digest(String key) {
        Mac keyed = mac.get();
        if (keyed == null) {
            throw new IllegalStateException("no key for the names of the buckets");
        }
        return Arrays.copyOf(keyed.doFinal(key.getBytes(StandardCharsets.UTF_8)), DIGEST_BYTES);
    }
}
