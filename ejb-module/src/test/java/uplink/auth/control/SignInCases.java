package uplink.auth.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import uplink.auth.boundary.SignedInUser;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.KeyVault;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.SystemTime;
import uplink.testing.Database;

/** Users who sign in, against the real schema. */
abstract class SignInCases {

    static final String PASSWORD = "Correct-Horse-7";

    final DataSource database = Database.app();
    final PasswordHasher hasher = new PasswordHasher(java.time.Duration.ofMinutes(5));
    final UserDirectory users = new UserDirectory(database, new RolePermissions(database));
    final KeyVault vault = new KeyVault("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    final KnownDevices devices = new KnownDevices(vault);
    final Announced events = new Announced();
    final CredentialCheck credentials = new CredentialCheck(hasher, new Throttle(database), users, devices, events);
    final SessionStore sessions = new SessionStore(database, users);
    final RefreshTokens refresh = new RefreshTokens(database, sessions, events);

    static Device device(String info) {
        return new Device(info, "127.0.0.1", null);
    }

    SessionStore.Opened open() {
        SignedInUser user =
                credentials.check(user("operator", true), PASSWORD, null).orElseThrow();
        return sessions.open(user.userId(), device("phone"), SessionStore.Kind.API, true);
    }

    void unauthenticated(String token, String device) {
        BusinessException refused = assertThrows(BusinessException.class, () -> refresh.renew(token, device(device)));
        assertEquals(ProblemType.UNAUTHENTICATED, refused.type());
    }

    String user(String role, boolean active) {
        UUID id = Ids.next();
        String email = "user-" + id + "@example.org";
        Sql.in(database)
                .update(
                        """
                        insert into users (id, email, full_name, password_hash, role, is_active, created_at, updated_at)
                        values (?, ?, 'Test', ?, ?, ?, ?, ?)""",
                        id,
                        email,
                        hasher.hash(PASSWORD),
                        role,
                        active,
                        SystemTime.now(),
                        SystemTime.now());
        return email;
    }

    static <T> List<T> together(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<T> results = new ArrayList<>();
            List<Callable<T>> all =
                    IntStream.range(0, threads).mapToObj(i -> work).collect(Collectors.toList());
            for (Future<T> future : pool.invokeAll(all)) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
