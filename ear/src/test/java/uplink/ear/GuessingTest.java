package uplink.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Guesses by the hundred, parallel and spread over accounts; {@code bench/access} does thousands. */
class GuessingTest {

    private static final int ACCOUNTS = 8;
    private static final int GUESSES = 20;

    private final LiveUplink uplink = LiveUplink.shared();

    @Test
    void ofHundredsOfGuessesTenAnAccountAreLookedAtAndNothingFails() throws Exception {
        List<String> accounts = new ArrayList<>(IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> People.make(uplink, "customer"))
                .toList());
        Api api = new Api(uplink);
        List<Set<Integer>> answers = Together.all(16, thread -> {
            Set<Integer> statuses = new TreeSet<>();
            for (int i = 0; i < ACCOUNTS * GUESSES / 16; i++) {
                String email = accounts.get((thread + i) % ACCOUNTS);
                statuses.add(api.login(email, "guess " + thread + " " + i).statusCode());
            }
            return statuses;
        });
        Set<Integer> all = new TreeSet<>();
        answers.forEach(all::addAll);
        // 429: too many hashes at once; such a guess was not looked at
        assertTrue(Set.of(401, 429).containsAll(all), all.toString());
        for (String email : accounts) {
            String checks = People.value(
                    uplink,
                    "select count(*) from login_attempts where counter = sha256(?::bytea)",
                    ("PASSWORD|" + email).getBytes(StandardCharsets.UTF_8));
            assertTrue(Integer.parseInt(checks) <= 10, email + ": " + checks);
        }
        assertEquals(
                200,
                api.login(People.make(uplink, "customer"), LiveUplink.DEMO_PASSWORD)
                        .statusCode());
    }
}
