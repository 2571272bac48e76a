package uplink.auth.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uplink.auth.boundary.SignedInUser;
import uplink.shared.BusinessException;
import uplink.shared.Event;
import uplink.shared.Ids;
import uplink.shared.KeyVault;
import uplink.shared.ProblemType;
import uplink.shared.Sql;
import uplink.shared.SystemTime;
import uplink.testing.Database;

/** The second factor against the real schema: enrolment, replay, guessing, backup codes. */
class SecondFactorsTest {

    private static final String PASSWORD = "Correct-Horse-7";

    private final DataSource database = Database.app();
    private final KeyVault vault = new KeyVault("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
    private final PasswordHasher hasher = new PasswordHasher(Duration.ofMinutes(5));
    private final Throttle throttle = new Throttle(database);
    private final UserDirectory users = new UserDirectory(database, new RolePermissions(database));
    private final SessionStore sessions = new SessionStore(database, users);
    private final Announced events = new Announced();
    private final KnownDevices devices = new KnownDevices(vault);
    private final PasskeyRows passkeys = new PasskeyRows(database);
    private final SecondFactors factors =
            new SecondFactors(database, vault, throttle, new BackupCodes(database, hasher), passkeys, sessions, events);
    private final TwoSteps steps = new TwoSteps(
            new CredentialCheck(hasher, throttle, users, devices, events),
            factors,
            new OneTimeTokens(database),
            users,
            devices,
            sessions,
            new PasskeyCheck(RelyingParty.of("https://uplink.example"), new OneTimeTokens(database), passkeys, events),
            passkeys,
            events);
    private final String email = "user-" + Ids.next() + "@example.org";
    private final UUID user = user();

    @Test
    void enrolmentNeedsAFirstCodeAndEndsTheOtherSessions() {
        UUID here = session();
        UUID elsewhere = session();
        byte[] seed = factors.begin(user);
        assertFalse(factors.isEnrolled(user), "a seed alone is nothing");
        String code = code(seed, 0);
        assertTrue(factors.prepare(user, wrong(seed)).isEmpty());
        List<String> codes =
                factors.confirm(factors.prepare(user, code).orElseThrow(), here).orElseThrow();
        assertEquals(10, codes.stream().distinct().count());
        assertTrue(factors.isEnrolled(user));
        assertTrue(sessions.user(here).isPresent());
        assertTrue(sessions.user(elsewhere).isEmpty());
        assertFalse(factors.accept(user, code, null), "the code that switched it on is used");
    }

    @Test
    void neitherSeedNorCodesAreStoredInTheClear() {
        Enrolled enrolled = enrolled();
        String row = Sql.in(database)
                .first("select mfa_settings::text from users where id = ?", r -> r.getString(1), user)
                .orElseThrow();
        assertFalse(row.contains(Totp.base32(enrolled.seed())));
        assertFalse(row.contains(java.util.Base64.getEncoder().encodeToString(enrolled.seed())));
        String kept = String.join(
                "",
                Sql.in(database)
                        .list(
                                "select name || code_hash from backup_codes where user_id = ?",
                                r -> r.getString(1),
                                user));
        assertTrue(enrolled.codes().stream()
                .noneMatch(c -> kept.contains(c.substring(2).replace("-", ""))));
        assertThrows(
                IllegalStateException.class,
                () -> new SecondFactors(
                                database,
                                new KeyVault("BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA="),
                                throttle,
                                new BackupCodes(database, hasher),
                                passkeys,
                                sessions,
                                events)
                        .accept(user, "123456", null),
                "another key opens nothing");
    }

    @Test
    void aStepIsAcceptedOnceHoweverManyTryAtOnce() throws Exception {
        Enrolled enrolled = enrolled();
        String next = code(enrolled.seed(), 1);
        List<Boolean> accepted = together(4, () -> factors.accept(user, next, null));
        assertEquals(1, accepted.stream().filter(a -> a).count());
        assertFalse(factors.accept(user, next, null));
        assertFalse(factors.accept(user, code(enrolled.seed(), 0), null), "nor a step before it");
    }

    @Test
    void fiveWrongCodesAndTheRightOneIsRefused() throws Exception {
        Enrolled enrolled = enrolled();
        together(12, () -> factors.accept(user, wrong(enrolled.seed()), null));
        assertEquals(
                5,
                Sql.in(database)
                        .number(
                                "select count(*) from login_attempts where counter = ? and not succeeded",
                                Throttle.name(Throttle.Counter.CODE, user.toString(), null)));
        assertEquals(
                List.of(AuthEvents.MFA_ENABLED, AuthEvents.SIGN_IN_THROTTLED),
                events.types(),
                "one mail tells the owner and shows the way past");
        assertFalse(factors.accept(user, code(enrolled.seed(), 1), null));
        assertFalse(factors.accept(user, enrolled.codes().get(0), null), "backup codes are counted with them");
        assertTrue(factors.accept(user, code(enrolled.seed(), 1), "my own phone"), "a known device is counted apart");
        assertTrue(steps.password(email, PASSWORD, null).isPresent(), "passwords have a counter of their own");
    }

    @Test
    void aBackupCodeIsGoodOnceHoweverItIsTyped() throws Exception {
        String code = enrolled().codes().get(3);
        List<Boolean> accepted = together(4, () -> factors.accept(user, code, null));
        assertEquals(1, accepted.stream().filter(a -> a).count());
        assertFalse(factors.accept(user, code, null));
        Enrolled again = enrolled();
        assertFalse(factors.accept(user, code, null), "new codes make the old ones void");
        assertTrue(
                factors.accept(user, " " + again.codes().get(5).toLowerCase(java.util.Locale.ROOT) + " ", "my phone"));
    }

    @Test
    void signInAsksForTheCodeAndItsTokenIsGoodOnce() {
        Enrolled enrolled = enrolled();
        TwoSteps.First first = steps.password(email, PASSWORD, null).orElseThrow();
        refused(ProblemType.BAD_CREDENTIALS, () -> steps.code(first.mfaToken(), wrong(enrolled.seed()), null));
        assertEquals(
                user,
                steps.code(first.mfaToken(), code(enrolled.seed(), 1), null).userId());
        refused(
                ProblemType.UNAUTHENTICATED,
                () -> steps.code(first.mfaToken(), enrolled.codes().get(0), null));
        refused(
                ProblemType.UNAUTHENTICATED,
                () -> steps.code("made up", enrolled.codes().get(0), null));
    }

    @Test
    void aTokenOfAnotherPurposeIsNone() {
        Enrolled enrolled = enrolled();
        String reset = new OneTimeTokens(database).issue(OneTimeTokens.Purpose.RESET_PASSWORD, user, null);
        refused(
                ProblemType.UNAUTHENTICATED,
                () -> steps.code(reset, enrolled.codes().get(0), null));
    }

    @Test
    void theSameDemoSeedKeepsWhatWasUsed() {
        String seed = Totp.base32(Totp.newSeed());
        factors.install(user, seed);
        String code = code(Totp.fromBase32(seed), 0);
        assertTrue(factors.accept(user, code, null));
        factors.install(user, seed);
        assertFalse(factors.accept(user, code, null), "a restart does not make used codes good again");
    }

    @Test
    void withoutTheFactorThePasswordIsEnough() {
        enrolled();
        factors.remove(user);
        assertEquals(null, steps.password(email, PASSWORD, null).orElseThrow().mfaToken());
        assertEquals(List.of(AuthEvents.MFA_ENABLED, AuthEvents.MFA_DISABLED), events.types());
    }

    private record Enrolled(byte[] seed, List<String> codes) {}

    /** With the first step of the window, so that the next two are still to be used. */
    private Enrolled enrolled() {
        byte[] seed = factors.begin(user);
        return new Enrolled(
                seed,
                factors.confirm(factors.prepare(user, code(seed, -1)).orElseThrow(), session())
                        .orElseThrow());
    }

    @Test
    void aSignInWithADeviceThatWasNeverSeenSaysSo() {
        SignedInUser who = users.active(user).orElseThrow();
        assertFalse(isNew(who, "phone", "192.0.2.1", null), "the first one of all is no news");
        assertFalse(isNew(who, "phone", "192.0.2.1", null), "the same program from the same address");
        assertTrue(isNew(who, "browser", "192.0.2.1", null));
        assertTrue(isNew(who, "phone", "192.0.2.2", null));
        assertFalse(isNew(who, "phone", "192.0.2.2", null), "it has been seen now");
        assertFalse(isNew(who, "tablet", "192.0.2.3", "a name that we signed"), "a device that we know may travel");
        assertTrue(isNew(who, null, "192.0.2.1", null));
        assertFalse(isNew(who, null, "192.0.2.1", null));
    }

    private boolean isNew(SignedInUser who, @Nullable String program, String ip, @Nullable String name) {
        UUID session = steps.open(who, new Device(program, ip, name), SessionStore.Kind.API, true)
                .sessionId();
        Event said = events.all().get(events.all().size() - 1);
        assertEquals(session, said.data().get("sessionId"));
        return Boolean.TRUE.equals(said.data().get("newDevice"));
    }

    private static String code(byte[] seed, long off) {
        return Totp.code(seed, Totp.step(SystemTime.now()) + off);
    }

    private static String wrong(byte[] seed) {
        for (int guess = 0; ; guess++) {
            String code = String.format("%06d", guess);
            if (Totp.stepOf(seed, code, SystemTime.now()).isEmpty()
                    && Totp.stepOf(seed, code, SystemTime.now().plusSeconds(30)).isEmpty()) {
                return code;
            }
        }
    }

    private UUID session() {
        return sessions.open(user, new Device("phone", "127.0.0.1", null), SessionStore.Kind.API, true)
                .sessionId();
    }

    private static void refused(ProblemType type, Runnable call) {
        assertEquals(type, assertThrows(BusinessException.class, call::run).type());
    }

    private UUID user() {
        UUID id = Ids.next();
        Sql.in(database)
                .update(
                        """
                        insert into users (id, email, full_name, password_hash, role, created_at, updated_at)
                        values (?, ?, 'Test', ?, 'operator', ?, ?)""",
                        id,
                        email,
                        hasher.hash(PASSWORD),
                        SystemTime.now(),
                        SystemTime.now());
        return id;
    }

    private static <T> List<T> together(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(work);
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : pool.invokeAll(all)) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
