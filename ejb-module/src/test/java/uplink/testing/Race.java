package uplink.testing;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import uplink.shared.Sql;

/** Two transactions at once: the other one begins while this one is open. */
public final class Race {

    private Race() {}

    /** Starts the other one and comes back when it is through, or waits for a lock that this transaction holds. */
    public static <T> Future<T> meanwhile(Callable<T> other) {
        CompletableFuture<T> done = CompletableFuture.supplyAsync(() -> {
            try {
                return other.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        });
        Sql sql = Sql.in(Database.app());
        while (!done.isDone() && sql.number("select count(*) from pg_locks where not granted") == 0) {
            Thread.onSpinWait();
        }
        return done;
    }
}
