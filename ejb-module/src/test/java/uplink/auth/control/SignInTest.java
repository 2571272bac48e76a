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
import uplink.shared.KeyVault;
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
    private final KeyVault vault = new KeyVault("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    private final KnownDevices devices = new KnownDevices(vault);
    private final Announced events = new Announced();
    private final CredentialCheck credentials =
            new CredentialCheck(hasher, new Throttle(database), users, devices, events);
    private final SessionStore sessions = new SessionStore(database, users);
    private final RefreshTokens refresh = new RefreshTokens(database, sessions, events);

    @Test
    void theRightPasswordSignsInWithTheRolesPermissions() {
        String email = user("operator", true);
        SignedInUser user = credentials
                .check(email.toUpperCase(java.util.Locale.ROOT), PASSWORD, null)
                .orElseThrow();
        assertEquals("operator", user.role());
        assertTrue(user.permissions().contains(Permission.CUSTOMER_WRITE));
        assertFalse(user.permissions().contains(Permission.BILLING_RUN));
    }

    @Test
    void wrongPasswordsUnknownAndDisabledUsersAreRefusedAlike() {
        assertTrue(credentials
                .check(user("operator", true), "wrong password", null)
                .isEmpty());
        assertTrue(credentials.check(user("operator", false), PASSWORD, null).isEmpty());
        assertTrue(credentials
                .check("nobody-" + UUID.randomUUID() + "@example.org", PASSWORD, null)
                .isEmpty());
        assertTrue(credentials.check(null, PASSWORD, null).isEmpty());
        assertTrue(credentials.check("not an address", PASSWORD, null).isEmpty());
    }

    @Test
    void afterTenWrongPasswordsTheRightOneIsRefusedToo() throws Exception {
        String email = user("tech", true);
        together(24, () -> credentials.check(email, "guess " + UUID.randomUUID(), null));
        assertEquals(10, attempts(email));
        assertTrue(credentials.check(email, PASSWORD, null).isEmpty());
        Sql.in(database)
                .update("update login_attempts set at = at - interval '16 minutes' where counter = ?", hash(email));
        assertTrue(credentials.check(email, PASSWORD, null).isPresent());
    }

    @Test
    void successesDoNotCountAgainstTheAccount() throws Exception {
        String email = user("tech", true);
        List<Boolean> outcomes =
                together(12, () -> credentials.check(email, PASSWORD, null).isPresent());
        assertEquals(Set.of(true), Set.copyOf(outcomes));
    }

    @Test
    void aWeakHashIsRenewedAtSignIn() {
        String email = user("tech", true);
        String weak = new Argon2Hash(Argon2Hash.ID, Argon2Hash.VERSION, 4096, 1, 1, new byte[16], new byte[32])
                .of(PASSWORD, new HashMemory())
                .text();
        Sql.in(database).update("update users set password_hash = ? where email = ?", weak, email);
        assertTrue(credentials.check(email, PASSWORD, null).isPresent());
        assertNotEquals(weak, users.credentials(email).orElseThrow().passwordHash());
        assertTrue(credentials.check(email, PASSWORD, null).isPresent());
    }

    @Test
    void aRefreshTokenIsGoodOnceAndItsReuseEndsTheSession() {
        SessionStore.Opened first = open();
        RefreshTokens.Renewed second = refresh.renew(first.refreshToken(), device("phone"));
        assertEquals(first.sessionId(), second.opened().sessionId());
        unauthenticated(first.refreshToken(), "thief");
        unauthenticated(second.opened().refreshToken(), "phone");
        assertTrue(sessions.user(first.sessionId()).isEmpty());
    }

    @Test
    void aLostAnswerCanBeRecoveredOnceFromTheSameDevice() {
        SessionStore.Opened first = open();
        SessionStore.Opened lost =
                refresh.renew(first.refreshToken(), device("phone")).opened();
        SessionStore.Opened again =
                refresh.renew(first.refreshToken(), device("phone")).opened();
        assertNotEquals(lost.refreshToken(), again.refreshToken());
        assertTrue(sessions.user(first.sessionId()).isPresent());
        unauthenticated(first.refreshToken(), "phone");
        assertTrue(sessions.user(first.sessionId()).isEmpty(), "the second recovery is a reuse");
    }

    @Test
    void theSuccessorThatWasGivenUpIsAReuseWhenItTurnsUp() {
        SessionStore.Opened first = open();
        SessionStore.Opened lost =
                refresh.renew(first.refreshToken(), device("phone")).opened();
        SessionStore.Opened again =
                refresh.renew(first.refreshToken(), device("phone")).opened();
        unauthenticated(lost.refreshToken(), "phone");
        unauthenticated(again.refreshToken(), "phone");
        assertTrue(sessions.user(first.sessionId()).isEmpty());
    }

    @Test
    void noRecoveryAfterTenSecondsNorFromAnotherDevice() {
        SessionStore.Opened late = open();
        refresh.renew(late.refreshToken(), device("phone"));
        Sql.in(database)
                .update(
                        "update refresh_tokens set used_at = used_at - interval '11 seconds' where token_hash = ?",
                        Digests.sha256(late.refreshToken()));
        unauthenticated(late.refreshToken(), "phone");
        SessionStore.Opened stolen = open();
        refresh.renew(stolen.refreshToken(), device("phone"));
        unauthenticated(stolen.refreshToken(), "thief");
        assertTrue(sessions.user(stolen.sessionId()).isEmpty());
    }

    @Test
    void aReuseIsToldToTheUserOnce() {
        SessionStore.Opened first = open();
        refresh.renew(first.refreshToken(), device("phone"));
        unauthenticated(first.refreshToken(), "thief");
        unauthenticated(first.refreshToken(), "thief");
        assertEquals(List.of(AuthEvents.REFRESH_REUSED), events.types());
        assertFalse(events.all().get(0).data().toString().contains(first.refreshToken()));
    }

    @Test
    void sixteenAtOnceFromOneDeviceLeaveNothingAlive() throws Exception {
        SessionStore.Opened first = open();
        List<String> won = together(16, () -> {
            try {
                return refresh.renew(first.refreshToken(), device("phone"))
                        .opened()
                        .refreshToken();
            } catch (BusinessException e) {
                return "";
            }
        });
        assertTrue(won.stream().filter(token -> !token.isEmpty()).count() <= 2, "one exchange, one lost answer");
        assertTrue(sessions.user(first.sessionId()).isEmpty());
        won.stream().filter(token -> !token.isEmpty()).forEach(token -> unauthenticated(token, "phone"));
    }

    @Test
    void aKnownDeviceIsNotLockedOutByStrangers() throws Exception {
        String email = user("operator", true);
        UUID id = users.idOf(email).orElseThrow();
        String known = devices.remember(id, null);
        together(12, () -> credentials.check(email, "guess " + UUID.randomUUID(), null));
        assertTrue(credentials.check(email, PASSWORD, null).isEmpty());
        assertTrue(credentials.check(email, PASSWORD, known).isPresent());
        String foreign = devices.remember(UUID.randomUUID(), null);
        assertTrue(credentials.check(email, PASSWORD, foreign).isEmpty(), "another user's device is a stranger");
        assertTrue(credentials.check(email, PASSWORD, known + "x").isEmpty(), "as is one that we did not sign");
        assertEquals(List.of(AuthEvents.SIGN_IN_THROTTLED), events.types(), "one mail shows the way past");
    }

    @Test
    void aKnownDeviceHasTenGuessesToo() throws Exception {
        String email = user("operator", true);
        String known = devices.remember(users.idOf(email).orElseThrow(), null);
        together(12, () -> credentials.check(email, "guess " + UUID.randomUUID(), known));
        assertTrue(credentials.check(email, PASSWORD, known).isEmpty());
        assertTrue(credentials.check(email, PASSWORD, null).isPresent(), "the counters are apart");
    }

    @Test
    void staffWithoutASecondFactorMayOnlyEnrol() {
        SignedInUser user =
                credentials.check(user("admin", true), PASSWORD, null).orElseThrow();
        SessionStore.Opened session = sessions.open(user.userId(), device("phone"), SessionStore.Kind.API, false);
        SignedInUser limited = sessions.user(session.sessionId()).orElseThrow();
        assertEquals(Set.of(Permission.MFA_ENROLMENT), limited.permissions());
        assertFalse(limited.toCaller().may(Permission.SIGNED_IN));
        sessions.passedSecondFactor(session.sessionId());
        assertTrue(
                sessions.user(session.sessionId()).orElseThrow().permissions().contains(Permission.USER_WRITE));
    }

    @Test
    void keysAreRotatedWithoutATokenDying() {
        SigningKeys keys = new SigningKeys(database, vault);
        AccessCheck check = new AccessCheck(keys, sessions, new ApiKeys(database));
        SignedInUser user =
                credentials.check(user("customer", true), PASSWORD, null).orElseThrow();
        SessionStore.Opened session = sessions.open(user.userId(), device("phone"), SessionStore.Kind.API, false);
        String before = keys.signing().getKeyID();
        String token = new TokenIssuer(keys).issue(user, session.sessionId());
        String next = keys.rotate(false).kid();
        assertEquals(before, keys.signing().getKeyID(), "the next key is published before it signs");
        assertTrue(keys.published().getKeyByKeyId(next) != null);
        Sql.in(database).update("update signing_keys set signs_from = now() - interval '1 second' where kid = ?", next);
        Sql.in(database)
                .update("update signing_keys set retired_at = now() - interval '1 second' where kid = ?", before);
        SigningKeys elsewhere = new SigningKeys(database, vault);
        assertEquals(next, elsewhere.signing().getKeyID());
        assertTrue(new AccessCheck(elsewhere, sessions, new ApiKeys(database))
                .verify(token)
                .isPresent());
        assertTrue(check.verify(token).isPresent());
        String last = keys.rotate(true).kid();
        assertEquals(last, keys.signing().getKeyID(), "after a compromise the next one signs at once");
        assertTrue(check.verify(token).isEmpty(), "and nothing that the others signed is good");
    }

    /** Five mails, and then none for as long as their links are good: somebody else's requests lock nobody out. */
    @Test
    void whileNoMoreMailsAreSentTheLastLinksAreGood() {
        Throttle throttle = new Throttle(database);
        OneTimeTokens tokens = new OneTimeTokens(database);
        String email = "victim-" + UUID.randomUUID() + "@example.org";
        UUID user = Ids.next();
        String link = "";
        for (int i = 0; i < 7; i++) {
            if (throttle.admit(Throttle.Counter.MAIL, email, null).isPresent()) {
                link = tokens.issue(OneTimeTokens.Purpose.RESET_PASSWORD, user, null);
            }
        }
        age("29 minutes", email, user);
        assertTrue(throttle.admit(Throttle.Counter.MAIL, email, null).isEmpty());
        assertTrue(tokens.peek(OneTimeTokens.Purpose.RESET_PASSWORD, link).isPresent());
        age("2 minutes", email, user);
        assertTrue(tokens.peek(OneTimeTokens.Purpose.RESET_PASSWORD, link).isEmpty());
        assertTrue(throttle.admit(Throttle.Counter.MAIL, email, null).isPresent());
    }

    private void age(String by, String email, UUID user) {
        Sql.in(database)
                .update(
                        "update login_attempts set at = at - ?::interval where counter = ?",
                        by,
                        Throttle.name(Throttle.Counter.MAIL, email, null));
        Sql.in(database)
                .update("update one_time_tokens set expires_at = expires_at - ?::interval where subject = ?", by, user);
    }

    @Test
    void whatCannotBeAKeyIsAskedOfNobody() {
        assertTrue(ApiKeys.isPossible("uplink_key_" + Digests.token()));
        assertFalse(ApiKeys.isPossible("uplink_key_" + "x".repeat(8000)));
        assertFalse(ApiKeys.isPossible("uplink_key_"));
        assertFalse(ApiKeys.isPossible(Digests.token()));
    }

    @Test
    void noRecoveryOnceTheSuccessorWasUsed() {
        SessionStore.Opened first = open();
        SessionStore.Opened second =
                refresh.renew(first.refreshToken(), device("phone")).opened();
        refresh.renew(second.refreshToken(), device("phone"));
        unauthenticated(first.refreshToken(), "phone");
    }

    @Test
    void aReuseEndsItsOwnFamilyOnly() {
        String email = user("operator", true);
        SignedInUser user = credentials.check(email, PASSWORD, null).orElseThrow();
        SessionStore.Opened one = sessions.open(user.userId(), device("one"), SessionStore.Kind.API, true);
        SessionStore.Opened other = sessions.open(user.userId(), device("other"), SessionStore.Kind.API, true);
        refresh.renew(one.refreshToken(), device("phone"));
        unauthenticated(one.refreshToken(), "thief");
        assertTrue(sessions.user(one.sessionId()).isEmpty());
        assertTrue(sessions.user(other.sessionId()).isPresent());
        refresh.renew(other.refreshToken(), device("other"));
    }

    @Test
    void aRaceForOneTokenHasOneWinnerAtMost() throws Exception {
        SessionStore.Opened first = open();
        List<Boolean> won = together(16, () -> {
            try {
                refresh.renew(first.refreshToken(), device(Ids.next().toString()));
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
        SignedInUser user = credentials.check(email, PASSWORD, null).orElseThrow();
        SessionStore.Opened session = sessions.open(user.userId(), device(null), SessionStore.Kind.API, true);
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
        AccessCheck check = new AccessCheck(keys, sessions, new ApiKeys(database));
        SignedInUser user =
                credentials.check(user("accountant", true), PASSWORD, null).orElseThrow();
        SessionStore.Opened session = sessions.open(user.userId(), device("test"), SessionStore.Kind.API, true);
        String token = new TokenIssuer(keys).issue(user, session.sessionId());
        assertEquals(user, check.verify(token).orElseThrow().user());
        sessions.revoke(session.sessionId());
        check.sessionEnded(session.sessionId());
        assertTrue(check.verify(token).isEmpty());
    }

    private static Device device(String info) {
        return new Device(info, "127.0.0.1", null);
    }

    private SessionStore.Opened open() {
        SignedInUser user =
                credentials.check(user("operator", true), PASSWORD, null).orElseThrow();
        return sessions.open(user.userId(), device("phone"), SessionStore.Kind.API, true);
    }

    private void unauthenticated(String token, String device) {
        BusinessException refused = assertThrows(BusinessException.class, () -> refresh.renew(token, device(device)));
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
        return Sql.in(database).number("select count(*) from login_attempts where counter = ?", hash(email));
    }

    private static byte[] hash(String email) {
        return Throttle.name(Throttle.Counter.PASSWORD, email, null);
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
