package uplink.auth.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.ref.SoftReference;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/**
 * Argon2id (RFC 9106) with the parameters of OWASP's first choice: 19 MiB, 2 passes, 1 lane. As many hashes run at a time
 * as there are cores: more of them push each other out of the processor's caches, and all are done later (ADR 35). Twice
 * as many checks are under way, so that a core has work while others ask the database; who waits longer than the patience
 * to be let in is sent away with {@code too-many-requests}.
 */
@ApplicationScoped
public class PasswordHasher {

    static final int MEMORY_KIB = 19_456;
    static final int PASSES = 2;
    static final int LANES = 1;
    static final int HASH_BYTES = 32;
    static final int SALT_BYTES = 16;
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int CHECKS_AT_A_TIME = 2 * CORES;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SecureRandom random = new SecureRandom();
    private final Semaphore permits = new Semaphore(CHECKS_AT_A_TIME, true);
    /** Not fair: who holds one computes for milliseconds and waits for nothing, and the waiting are few. */
    private final Semaphore cores = new Semaphore(CORES);
    /** Of hashes that are done, the latest first; nobody holds on to it when memory runs short or nobody signs in. */
    private final Deque<SoftReference<HashMemory>> memories = new ConcurrentLinkedDeque<>();
    /** What an unknown e-mail is checked against, so that it costs what a known one costs. */
    private final String decoy = hashNow("no such user");

    private final Duration patience;

    public PasswordHasher() {
        this(PATIENCE);
    }

    /** With another patience, for slow machines. */
    PasswordHasher(Duration patience) {
        this.patience = patience;
    }

    public String hash(String password) {
        return admitted(() -> hashNow(password));
    }

    /** Whether the password has this hash, made with whatever parameters the hash itself names. */
    public boolean matches(String password, String hash) {
        Argon2Hash stored = Argon2Hash.parse(hash);
        return stored.isSame(computed(stored, password));
    }

    /** Takes as long as {@link #matches} and tells nothing. */
    public void pretend(String password) {
        boolean unused = matches(password, decoy);
    }

    /** Whether the hash is weaker than today's parameters and should be made anew while the password is at hand. */
    public boolean isOutdated(String hash) {
        Argon2Hash used = Argon2Hash.parse(hash);
        return used.memoryKib() < MEMORY_KIB
                || used.passes() < PASSES
                || used.type() != Argon2Hash.ID
                || used.version() < Argon2Hash.VERSION;
    }

    /** Runs work that hashes when a place is free. */
    public <T> T admitted(Supplier<T> work) {
        try {
            if (!permits.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BusinessException(ProblemType.TOO_MANY_REQUESTS, Text.of("auth.busy"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusinessException(ProblemType.UNAVAILABLE, Text.of("shared.unavailable"));
        }
        try {
            return work.get();
        } finally {
            permits.release();
        }
    }

    /** For callers that are already admitted. */
    String hashNow(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return computed(
                        new Argon2Hash(
                                Argon2Hash.ID,
                                Argon2Hash.VERSION,
                                MEMORY_KIB,
                                PASSES,
                                LANES,
                                salt,
                                new byte[HASH_BYTES]),
                        password)
                .text();
    }

    private Argon2Hash computed(Argon2Hash like, String password) {
        cores.acquireUninterruptibly();
        HashMemory memory = memory();
        try {
            return like.of(password, memory);
        } finally {
            memories.push(new SoftReference<>(memory));
            cores.release();
        }
    }

    private HashMemory memory() {
        for (SoftReference<HashMemory> kept = memories.poll(); kept != null; kept = memories.poll()) {
            HashMemory memory = kept.get();
            if (memory != null) {
                return memory;
            }
        }
        return new HashMemory();
    }
}
