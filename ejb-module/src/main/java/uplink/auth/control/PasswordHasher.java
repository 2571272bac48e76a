package uplink.auth.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.ref.SoftReference;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/**
 * Argon2id (RFC 9106) with the parameters of OWASP's first choice: 19 MiB, 2 passes, 1 lane. At most four hashes run at
 * a time, because each takes its memory and a core; who waits longer than the patience is sent away with
 * {@code too-many-requests}.
 */
@ApplicationScoped
public class PasswordHasher {

    static final int MEMORY_KIB = 19_456;
    static final int PASSES = 2;
    static final int LANES = 1;
    static final int HASH_BYTES = 32;
    static final int SALT_BYTES = 16;
    private static final int AT_A_TIME = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final SecureRandom random = new SecureRandom();
    private final Semaphore permits = new Semaphore(AT_A_TIME, true);
    /** Of hashes that are done; nobody holds on to it when memory runs short or nobody signs in. */
    private final Queue<SoftReference<HashMemory>> memories = new ConcurrentLinkedQueue<>();
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

    /** Runs work that hashes when one of the four places is free. */
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
        HashMemory memory = memory();
        try {
            return like.of(password, memory);
        } finally {
            memories.offer(new SoftReference<>(memory));
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
