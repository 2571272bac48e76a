package uplink.auth.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uplink.auth.boundary.Passkey.Assertion;
import uplink.auth.boundary.Passkey.CreationOptions;
import uplink.auth.boundary.Passkey.RequestOptions;
import uplink.auth.boundary.SignedInUser;
import uplink.auth.control.OneTimeTokens.Purpose;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Sql;
import uplink.testing.Database;

/** Passkeys against the real database: what is believed, and every answer that must not be. */
class PasskeyCheckTest {

    private static final String HOST = "uplink.example";
    private static final String ORIGIN = "https://uplink.example:8443";

    private final DataSource database = Database.app();
    private final Announced events = new Announced();
    private final PasskeyRows rows = new PasskeyRows(database);
    private final PasskeyCheck check = new PasskeyCheck(
            RelyingParty.of("https://Uplink.Example:8443/"), new OneTimeTokens(database), rows, events);
    private final UUID session = Ids.next();
    private final SignedInUser user = user();
    private final SoftAuthenticator phone = new SoftAuthenticator(HOST, ORIGIN);

    @Test
    void aPasskeySignsInAloneAndAsASecondFactor() {
        register(phone);
        RequestOptions alone = check.signIn(session);
        assertEquals(HOST, alone.rpId());
        assertEquals("required", alone.userVerification());
        assertEquals(List.of(), alone.allowCredentials());
        assertEquals(Optional.of(user.userId()), signIn(session, answer(alone)));
        RequestOptions second = check.factor(user.userId());
        assertEquals(1, second.allowCredentials().size());
        assertEquals(
                Optional.of(user.userId()),
                check.proven(Purpose.PASSKEY_FACTOR, user.userId(), user.userId(), answer(second)));
        assertTrue(rows.list(user.userId()).get(0).lastUsedAt() != null);
    }

    @Test
    void anAnswerIsGoodOnce() {
        register(phone);
        Assertion answer = answer(check.signIn(session));
        assertTrue(signIn(session, answer).isPresent());
        assertTrue(signIn(session, answer).isEmpty());
    }

    @Test
    void aQuestionOfAnotherBrowserOrPurposeIsNotAnswered() {
        register(phone);
        assertTrue(signIn(Ids.next(), answer(check.signIn(session))).isEmpty());
        assertTrue(signIn(null, answer(check.factor(user.userId()))).isEmpty());
        SignedInUser other = user();
        assertTrue(check.proven(
                        Purpose.PASSKEY_FACTOR, other.userId(), other.userId(), answer(check.factor(other.userId())))
                .isEmpty());
        assertTrue(signIn(null, phone.get(Digests.token(), handle())).isEmpty(), "a question that nobody asked");
    }

    @Test
    void anotherOriginAnotherHostAndAnUnlockedKeyAreRefused() {
        register(phone);
        SoftAuthenticator elsewhere = new SoftAuthenticator(HOST, "https://uplink.example");
        assertThrows(BusinessException.class, () -> register(elsewhere));
        SoftAuthenticator stranger = new SoftAuthenticator("evil.example", ORIGIN);
        assertThrows(BusinessException.class, () -> register(stranger));
        phone.flags = SoftAuthenticator.PRESENT;
        assertTrue(signIn(session, answer(check.signIn(session))).isEmpty(), "its owner has not unlocked it");
        SoftAuthenticator locked = new SoftAuthenticator(HOST, ORIGIN);
        locked.flags = SoftAuthenticator.PRESENT;
        assertThrows(BusinessException.class, () -> register(locked));
    }

    @Test
    void aCopyIsRefusedAndItsOwnerTold() {
        register(phone);
        assertTrue(signIn(session, answer(check.signIn(session))).isPresent());
        phone.counter -= 1;
        assertTrue(signIn(session, answer(check.signIn(session))).isEmpty());
        assertEquals(List.of(AuthEvents.PASSKEY_SUSPECT), events.types());
    }

    @Test
    void aPasskeyIsMadeForTheSessionThatAskedAndOnce() {
        CreationOptions asked = check.creation(user, session);
        assertThrows(
                BusinessException.class,
                () -> check.created(phone.create(asked.challenge()), user.userId(), Ids.next()));
        assertThrows(
                BusinessException.class,
                () -> check.created(phone.create(asked.challenge()), user.userId(), session),
                "the question is used up");
        register(phone);
        assertThrows(BusinessException.class, () -> register(phone), "nobody has it twice");
    }

    @Test
    void aRemovedPasskeyAndAForeignHandleOpenNothing() {
        register(phone);
        assertTrue(signIn(session, phone.get(check.signIn(session).challenge(), new byte[16]))
                .isEmpty());
        assertTrue(rows.remove(user.userId(), rows.list(user.userId()).get(0).id()));
        assertTrue(signIn(session, answer(check.signIn(session))).isEmpty());
        assertFalse(rows.remove(user.userId(), Ids.next()));
    }

    private void register(SoftAuthenticator authenticator) {
        CreationOptions asked = check.creation(user, session);
        PasskeyRows.Kept kept = check.created(authenticator.create(asked.challenge()), user.userId(), session);
        rows.insert(user.userId(), "Test", kept);
    }

    private Assertion answer(RequestOptions asked) {
        return phone.get(asked.challenge(), handle());
    }

    private Optional<UUID> signIn(@Nullable UUID asked, Assertion answer) {
        return check.proven(Purpose.PASSKEY_SIGN_IN, asked, null, answer);
    }

    private byte[] handle() {
        return ByteBuffer.allocate(16)
                .putLong(user.userId().getMostSignificantBits())
                .putLong(user.userId().getLeastSignificantBits())
                .array();
    }

    private SignedInUser user() {
        UUID id = Ids.next();
        Instant now = Instant.now();
        Sql.in(database)
                .update(
                        """
                        insert into users (id, email, full_name, role, created_at, updated_at)
                        values (?, ?, 'Test', 'operator', ?, ?)""",
                        id,
                        id + "@example.org",
                        now,
                        now);
        return new SignedInUser(id, null, id + "@example.org", "Test", "operator", Set.of(), Locale.ENGLISH);
    }
}
