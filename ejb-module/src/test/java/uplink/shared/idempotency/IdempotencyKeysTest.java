package uplink.shared.idempotency;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import uplink.shared.Ids;
import uplink.shared.Sql;
import uplink.testing.Database;

class IdempotencyKeysTest {

    private static final String MASTER = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    private static final byte[] PAY_100 = {1};
    private static final byte[] PAY_200 = {2};
    private static final StoredAnswer CREATED =
            new StoredAnswer(201, Map.of("Location", "/x"), "{\"id\":1}".getBytes(StandardCharsets.UTF_8));

    private final DataSource database = Database.app();
    private final IdempotencyKeys keys = new IdempotencyKeys(database, MASTER);
    private final UUID owner = Ids.next();

    @Test
    void theFirstAnswerIsGivenAgainByteForByte() {
        Claim mine = keys.claim(owner, "k", PAY_100);
        assertEquals(Claim.State.MINE, mine.state());
        assertTrue(keys.complete(mine, CREATED));
        Claim again = keys.claim(owner, "k", PAY_100);
        assertEquals(Claim.State.DONE, again.state());
        assertEquals(201, again.firstAnswer().status());
        assertEquals("/x", again.firstAnswer().headers().get("Location"));
        assertArrayEquals(CREATED.body(), again.firstAnswer().body());
    }

    /** Some answers say a secret that is said once. */
    @Test
    void whatIsKeptOfAnAnswerIsNoUseWithoutTheInstallationsSecret() {
        keys.complete(keys.claim(owner, "k", PAY_100), CREATED);
        byte[] kept = Sql.in(database)
                .first("select response_body from idempotency_keys where owner_id = ?", row -> row.getBytes(1), owner)
                .orElseThrow();
        assertFalse(new String(kept, StandardCharsets.ISO_8859_1).contains("id"));
        IdempotencyKeys others = new IdempotencyKeys(database, "BAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        assertThrows(IllegalStateException.class, () -> others.claim(owner, "k", PAY_100));
    }

    @Test
    void anotherBodyIsAReuseWhetherDoneOrRunning() {
        Claim mine = keys.claim(owner, "k", PAY_100);
        assertEquals(Claim.State.REUSED, keys.claim(owner, "k", PAY_200).state());
        keys.complete(mine, CREATED);
        assertEquals(Claim.State.REUSED, keys.claim(owner, "k", PAY_200).state());
    }

    @Test
    void keysBelongToTheirOwners() {
        keys.complete(keys.claim(owner, "k", PAY_100), CREATED);
        assertEquals(Claim.State.MINE, keys.claim(Ids.next(), "k", PAY_200).state());
    }

    @Test
    void whileItRunsNobodyElseWorks() {
        keys.claim(owner, "k", PAY_100);
        assertEquals(Claim.State.RUNNING, keys.claim(owner, "k", PAY_100).state());
    }

    @Test
    void aReleasedKeyStartsAfresh() {
        keys.release(keys.claim(owner, "k", PAY_100));
        assertEquals(Claim.State.MINE, keys.claim(owner, "k", PAY_200).state());
    }

    @Test
    void aDeadHoldersClaimIsTakenOverAndTheSlowOneCannotComplete() {
        Claim slow = keys.claim(owner, "k", PAY_100);
        Sql.in(database)
                .update(
                        "update idempotency_keys set created_at = created_at - interval '6 minutes' where owner_id = ?",
                        owner);
        Claim next = keys.claim(owner, "k", PAY_100);
        assertEquals(Claim.State.MINE, next.state());
        assertEquals(Claim.State.RUNNING, keys.claim(owner, "k", PAY_100).state(), "taken over once");
        assertFalse(keys.complete(slow, CREATED));
        keys.release(slow);
        assertTrue(keys.complete(next, CREATED));
    }
}
