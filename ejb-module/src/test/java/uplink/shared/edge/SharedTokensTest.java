package uplink.shared.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uplink.shared.SecretMac;
import uplink.shared.Sql;
import uplink.testing.Database;

/** Several nodes with one database: together they give what one limit allows, and nothing more. */
class SharedTokensTest {

    private static final long SECOND = 1_000_000_000L;
    /** So slow that nothing comes back while a test runs. */
    private static final long SLOW = 600 * SECOND;

    private static final String MASTER = Base64.getEncoder().encodeToString(new byte[32]);

    private final Sql sql = Sql.in(Database.app());
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean away = new AtomicBoolean();

    @BeforeEach
    void begin() {
        sql.update("delete from rate_limits");
    }

    @Test
    void tenAreTenOnTwoNodes() {
        TokenBuckets one = node(SLOW, 10);
        TokenBuckets other = node(SLOW, 10);
        for (int i = 0; i < 5; i++) {
            assertFalse(one.take("a").isRefused());
            assertFalse(other.take("a").isRefused());
        }
        assertTrue(one.take("a").isRefused());
        assertTrue(other.take("a").isRefused());
        assertFalse(other.take("b").isRefused());
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 60, 6000})
    void parallelRequestsOnThreeNodesGetTheBurstAndNoMore(long burst) throws Exception {
        List<TokenBuckets> nodes = List.of(node(SLOW, burst), node(SLOW, burst), node(SLOW, burst));
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            AtomicLong passed = new AtomicLong();
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int t = 0; t < 12; t++) {
                TokenBuckets node = nodes.get(t % 3);
                work.add(() -> {
                    int misses = 0;
                    while (misses < 3) {
                        if (node.take("a").isRefused()) {
                            misses++;
                        } else {
                            passed.incrementAndGet();
                        }
                    }
                    return true;
                });
            }
            for (Future<Boolean> done : threads.invokeAll(work)) {
                assertTrue(done.get());
            }
            assertEquals(burst, passed.get());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aBusyKeyRarelyAsksTheDatabase() {
        TokenBuckets node = node(SLOW, 6000);
        for (int i = 0; i < 6000; i++) {
            assertFalse(node.take("a").isRefused());
        }
        assertTrue(asked.get() < 20, "asked " + asked);
        assertTrue(node.take("a").isRefused());
    }

    @Test
    void aFloodOfRefusalsCostsNothing() {
        TokenBuckets node = node(SLOW, 10);
        for (int i = 0; i < 10; i++) {
            node.take("a");
        }
        node.take("a");
        int before = asked.get();
        for (int i = 0; i < 10_000; i++) {
            assertTrue(node.take("a").isRefused());
        }
        assertEquals(before, asked.get());
    }

    @Test
    void whatTimeGivesBackIsGivenOnce() {
        TokenBuckets one = node(SLOW, 10);
        TokenBuckets other = node(SLOW, 10);
        for (int i = 0; i < 11; i++) {
            one.take("a");
        }
        pass(3 * SLOW);
        int passed = 0;
        for (int i = 0; i < 4; i++) {
            passed += one.take("a").isRefused() ? 0 : 1;
            passed += other.take("a").isRefused() ? 0 : 1;
        }
        assertEquals(3, passed);
        assertEquals(SLOW, one.take("a").waitNanos(), SLOW / 10.0);
    }

    @Test
    void aLeaseThatIsNotUsedLapses() {
        TokenBuckets node = node(SLOW, 60);
        for (int i = 0; i < 4; i++) {
            node.take("a"); // one, then two, then four lent, of which one is used
        }
        pass(25 * SLOW);
        for (int i = 0; i < 60; i++) {
            assertFalse(node.take("a").isRefused(), "token " + i);
        }
        assertTrue(node.take("a").isRefused(), "what was held is not on top of a full bucket");
    }

    @Test
    void withoutADatabaseANodeCountsForItselfFromWhatItKnows() {
        TokenBuckets node = node(SLOW, 10);
        for (int i = 0; i < 4; i++) {
            node.take("a");
        }
        away.set(true);
        for (int i = 0; i < 6; i++) {
            assertFalse(node.take("a").isRefused(), "request " + i);
        }
        assertTrue(node.take("a").isRefused());
        assertEquals(5, asked.get(), "a database that is away is not asked for every request");
        pass(2 * SECOND);
        node.take("b");
        assertEquals(6, asked.get());
        away.set(false);
        pass(2 * SECOND);
        node.take("b");
        node.take("b");
        assertEquals(8, asked.get(), "and it is used again when it is back");
    }

    @Test
    void nobodyWaitsForADatabaseThatHangs() throws Exception {
        CountDownLatch hang = new CountDownLatch(1);
        away.set(true);
        SharedTokens shared = new SharedTokens(
                watched(Database.app()), () -> SecretMac.of("test", MASTER), now::get, look -> new Thread(() -> {
                            try {
                                hang.await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                            look.run();
                        })
                        .start());
        TokenBuckets node = new TokenBuckets("test", SLOW, 10_000, () -> shared, now::get);
        node.take("a");
        pass(2 * SECOND);
        for (int i = 0; i < 5000; i++) {
            assertFalse(node.take("a").isRefused());
        }
        assertEquals(1, asked.get(), "the look hangs, and no request asks");
        hang.countDown();
    }

    @Test
    void namesOfKeysAreNotKept() {
        node(SLOW, 10).take("victim@example.org");
        List<byte[]> keys = sql.list("select key from rate_limits", row -> row.getBytes(1));
        assertEquals(1, keys.size());
        assertEquals(16, keys.get(0).length);
    }

    @Test
    void aRowOfALargerLimitOrAnotherClockIsAnEmptyBucketAndNoLockOut() {
        TokenBuckets node = node(SLOW, 10);
        node.take("a");
        sql.update("update rate_limits set full_at = full_at + 1000000000000000000");
        assertEquals(SLOW, node.take("a").waitNanos(), SLOW / 10.0);
    }

    /** Time for the nodes, and for the rows of the database, whose clock is its own. */
    private void pass(long nanos) {
        now.addAndGet(nanos);
        sql.update("update rate_limits set full_at = full_at - ?", nanos);
    }

    private TokenBuckets node(long nanosPerToken, long burst) {
        SharedTokens shared =
                new SharedTokens(watched(Database.app()), () -> SecretMac.of("test", MASTER), now::get, Runnable::run);
        return new TokenBuckets("test", nanosPerToken, burst, () -> shared, now::get);
    }

    private DataSource watched(DataSource database) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, given) -> {
                    asked.incrementAndGet();
                    if (away.get()) {
                        throw new SQLException("nobody there", "08006");
                    }
                    try {
                        return method.invoke(database, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
