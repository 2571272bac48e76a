package uplink.auth.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.auth.boundary.SignedInUser;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.Sql;

/** Sign-in against the real schema: what is refused, and what holds when many try at once. */
class SignInTest extends SignInCases {

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

    private long attempts(String email) {
        return Sql.in(database).number("select count(*) from login_attempts where counter = ?", hash(email));
    }

    private static byte[] hash(String email) {
        return Throttle.name(Throttle.Counter.PASSWORD, email, null);
    }
}
