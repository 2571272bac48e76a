package uplink.auth.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import uplink.auth.boundary.SignedInUser;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Sql;

/** A refresh token is good once, and whoever uses it again ends the session. */
class RefreshTokensTest extends SignInCases {

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
}
