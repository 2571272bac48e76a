package uplink.auth.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uplink.auth.boundary.SignedInUser;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.SystemTime;
import uplink.testing.Database;

/** Sign-in against the real schema: what is refused, and what holds when many try at once. */
class SignInTest {

    private static final String PASSWORD = "Correct-Horse-7";

    private final DataSource database = Database.app();
    private final PasswordHasher hasher = new PasswordHasher(java.time.Duration.ofMinutes(5));
    private final UserDirectory users = new UserDirectory(database, new RolePermissions(database));
    private final CredentialCheck credentials = new CredentialCheck(hasher, new LoginThrottle(database), users);
    private final SessionStore sessions = new SessionStore(database, users);
    private final KeyVault vault = new KeyVault("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");

    @Test
    void theRightPasswordSignsInWithTheRolesPermissions() {
        String email = user("operator", true);
        SignedInUser user = credentials
                .check(email.toUpperCase(java.util.Locale.ROOT), PASSWORD)
                .orElseThrow();
        assertEquals("operator", user.role());
        assertTrue(user.permissions().contains(Permission.CUSTOMER_WRITE));
        assertFalse(user.permissions().contains(Permission.BILLING_RUN));
    }

    @Test
    void wrongPasswordsUnknownAndDisabledUsersAreRefusedAlike() {
        assertTrue(credentials.check(user("operator", true), "wrong password").isEmpty());
        assertTrue(credentials.check(user("operator", false), PASSWORD).isEmpty());
        assertTrue(credentials
                .check("nobody-" + UUID.randomUUID() + "@example.org", PASSWORD)
                .isEmpty());
        assertTrue(credentials.check(null, PASSWORD).isEmpty());
        assertTrue(credentials.check("not an address", PASSWORD).isEmpty());
    }

    @Test
    void afterTenWrongPasswordsTheRightOneIsRefusedToo() throws Exception {
        String email = user("tech", true);
        together(24, () -> credentials.check(email, "guess " + UUID.randomUUID()));
        assertEquals(10, attempts(email));
        assertTrue(credentials.check(email, PASSWORD).isEmpty());
        Sql.in(database)
                .update("update login_attempts set at = at - interval '16 minutes' where email_hash = ?", hash(email));
        assertTrue(credentials.check(email, PASSWORD).isPresent());
    }

    @Test
    void successesDoNotCountAgainstTheAccount() throws Exception {
        String email = user("tech", true);
        List<Boolean> outcomes =
                together(12, () -> credentials.check(email, PASSWORD).isPresent());
        assertEquals(Set.of(true), Set.copyOf(outcomes));
    }

    @Test
    void aWeakHashIsRenewedAtSignIn() {
        String email = user("tech", true);
        String weak = com.password4j.Password.hash(PASSWORD)
                .addRandomSalt(16)
                .with(com.password4j.Argon2Function.getInstance(4096, 1, 1, 32, com.password4j.types.Argon2.ID))
                .getResult();
        Sql.in(database).update("update users set password_hash = ? where email = ?", weak, email);
        assertTrue(credentials.check(email, PASSWORD).isPresent());
        assertNotEquals(weak, users.credentials(email).orElseThrow().passwordHash());
        assertTrue(credentials.check(email, PASSWORD).isPresent());
    }

    @Test
    void aRefreshTokenIsGoodOnceAndItsReuseEndsTheSession() {
        SessionStore.Opened first = open();
        SessionStore.Renewed second = sessions.renew(first.refreshToken(), "phone");
        assertEquals(first.sessionId(), second.opened().sessionId());
        unauthenticated(first.refreshToken(), "thief");
        unauthenticated(second.opened().refreshToken(), "phone");
        assertTrue(sessions.user(first.sessionId()).isEmpty());
    }

    @Test
    void aLostAnswerCanBeRecoveredOnceFromTheSameDevice() {
        SessionStore.Opened first = open();
        SessionStore.Opened lost = sessions.renew(first.refreshToken(), "phone").opened();
        SessionStore.Opened again =
                sessions.renew(first.refreshToken(), "phone").opened();
        assertNotEquals(lost.refreshToken(), again.refreshToken());
        assertTrue(sessions.user(first.sessionId()).isPresent());
        unauthenticated(first.refreshToken(), "phone");
        assertTrue(sessions.user(first.sessionId()).isEmpty(), "the second recovery is a reuse");
    }

    @Test
    void noRecoveryOnceTheSuccessorWasUsed() {
        SessionStore.Opened first = open();
        SessionStore.Opened second =
                sessions.renew(first.refreshToken(), "phone").opened();
        sessions.renew(second.refreshToken(), "phone");
        unauthenticated(first.refreshToken(), "phone");
    }

    @Test
    void aReuseEndsItsOwnFamilyOnly() {
        String email = user("operator", true);
        SignedInUser user = credentials.check(email, PASSWORD).orElseThrow();
        SessionStore.Opened one = sessions.open(user, "one", "127.0.0.1");
        SessionStore.Opened other = sessions.open(user, "other", "127.0.0.1");
        sessions.renew(one.refreshToken(), "phone");
        unauthenticated(one.refreshToken(), "thief");
        assertTrue(sessions.user(one.sessionId()).isEmpty());
        assertTrue(sessions.user(other.sessionId()).isPresent());
        sessions.renew(other.refreshToken(), "other");
    }

    @Test
    void aRaceForOneTokenHasOneWinnerAtMost() throws Exception {
        SessionStore.Opened first = open();
        List<Boolean> won = together(16, () -> {
            try {
                sessions.renew(first.refreshToken(), Ids.next().toString());
                return true;
            } catch (BusinessException e) {
                return false;
            }
        });
        assertEquals(1, won.stream().filter(w -> w).count());
    }

    @Test
    void unknownAndForeignTokensAreRefused() {
        unauthenticated("no such token", "phone");
        unauthenticated("", "phone");
    }

    @Test
    void disablingTheUserEndsWhatTheSessionMay() {
        String email = user("operator", true);
        SignedInUser user = credentials.check(email, PASSWORD).orElseThrow();
        SessionStore.Opened session = sessions.open(user, null, "127.0.0.1");
        assertTrue(sessions.user(session.sessionId()).isPresent());
        Sql.in(database).update("update users set is_active = false where email = ?", email);
        assertTrue(sessions.user(session.sessionId()).isEmpty());
        unauthenticated(session.refreshToken(), "phone");
    }

    @Test
    void nodesThatStartTogetherEndWithOneKey() throws Exception {
        Sql.in(database).update("delete from signing_keys");
        List<String> kids =
                together(4, () -> new SigningKeys(database, vault).signing().getKeyID());
        assertEquals(1, Set.copyOf(kids).size());
        assertEquals(1, Sql.in(database).number("select count(*) from signing_keys"));
        String stored = Sql.in(database)
                .first("select public_jwk::text from signing_keys", row -> row.getString(1))
                .orElseThrow();
        assertFalse(stored.contains("\"d\""), "the private part is nowhere in the clear");
        assertFalse(
                new SigningKeys(database, vault).published().getKeys().get(0).isPrivate());
    }

    @Test
    void anIssuedTokenIsVerifiedUntilItsSessionEnds() {
        SigningKeys keys = new SigningKeys(database, vault);
        AccessCheck check = new AccessCheck(keys, sessions);
        SignedInUser user =
                credentials.check(user("accountant", true), PASSWORD).orElseThrow();
        SessionStore.Opened session = sessions.open(user, "test", "127.0.0.1");
        String token = new TokenIssuer(keys).issue(user, session.sessionId());
        assertEquals(user, check.verify(token).orElseThrow().user());
        sessions.revoke(session.sessionId());
        check.sessionEnded(session.sessionId());
        assertTrue(check.verify(token).isEmpty());
    }

    private SessionStore.Opened open() {
        SignedInUser user = credentials.check(user("operator", true), PASSWORD).orElseThrow();
        return sessions.open(user, "phone", "127.0.0.1");
    }

    private void unauthenticated(String token, String device) {
        BusinessException refused = assertThrows(BusinessException.class, () -> sessions.renew(token, device));
        assertEquals(ProblemType.UNAUTHENTICATED, refused.type());
    }

    private String user(String role, boolean active) {
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

    private long attempts(String email) {
        return Sql.in(database).number("select count(*) from login_attempts where email_hash = ?", hash(email));
    }

    private static byte[] hash(String email) {
        return Digests.sha256(Emails.normal(email));
    }

    private static <T> List<T> together(int threads, Callable<T> work) throws Exception {
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
