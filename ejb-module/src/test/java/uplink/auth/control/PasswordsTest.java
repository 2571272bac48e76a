package uplink.auth.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    private static final String EMAIL = "vera.pavlovna@example.org";

    private final PasswordHasher hasher = new PasswordHasher();

    @Test
    void hashesAreArgon2idWithTheAgreedParametersAndTheirOwnSalt() {
        String hash = hasher.hash("Кофе с молоком 7");
        assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
        assertTrue(hasher.matches("Кофе с молоком 7", hash));
        assertFalse(hasher.matches("Кофе с молоком 8", hash));
        assertFalse(hasher.isOutdated(hash));
        assertNotEquals(hash, hasher.hash("Кофе с молоком 7"));
    }

    @Test
    void weakerHashesStillMatchAndAreKnownToBeOutdated() {
        assertTrue(hasher.matches("secret words", WEAK));
        assertFalse(hasher.matches("secret wards", WEAK));
        assertTrue(hasher.isOutdated(WEAK));
    }

    /** Made with Debian's argon2, too: {@code echo -n "secret words" | argon2 pepperpepper -id -t 1 -k 4096 -p 1 -l 32 -e}. */
    static final String WEAK =
            "$argon2id$v=19$m=4096,t=1,p=1$cGVwcGVycGVwcGVy$JbXSnaoLFU/wBE897PgEzUJyp28HLcuaJVeLhmZwXG8";

    /** Made with Debian's argon2, too: four lanes and three passes, Argon2i, and version 16. */
    @Test
    void everyParameterThatAHashNamesIsUsed() {
        assertTrue(hasher.matches(
                "password", "$argon2id$v=19$m=1024,t=3,p=4$c29tZXNhbHQxNmJ5dGVzIQ$Ud8i+Ur8UJ9RgZ10/zXFddOCkia5iYPj"));
        assertTrue(hasher.matches(
                "password",
                "$argon2i$v=19$m=19456,t=2,p=1$c29tZXNhbHQxNmJ5dGVzIQ$GA5/p9wHap9+7jo1G2GmO9f/fRqASTLNKLs8r3H68Fo"));
        assertTrue(hasher.matches(
                "password",
                "$argon2id$v=16$m=19456,t=2,p=1$c29tZXNhbHQxNmJ5dGVzIQ$BQ7EVK/QxU7yCcCN39EXRAYVPmuQ15zZENH7ab4DSB4"));
        assertTrue(hasher.isOutdated(
                "$argon2i$v=19$m=19456,t=2,p=1$c29tZXNhbHQxNmJ5dGVzIQ$GA5/p9wHap9+7jo1G2GmO9f/fRqASTLNKLs8r3H68Fo"));
        assertTrue(hasher.isOutdated(
                "$argon2id$v=16$m=19456,t=2,p=1$c29tZXNhbHQxNmJ5dGVzIQ$BQ7EVK/QxU7yCcCN39EXRAYVPmuQ15zZENH7ab4DSB4"));
    }

    @Test
    void memoryThatIsUsedAgainLeavesNothingBehind() {
        for (int i = 0; i < 3; i++) {
            assertTrue(hasher.matches("correct horse", REFERENCE));
            assertFalse(hasher.matches("correct hearse", REFERENCE));
            assertTrue(hasher.matches("secret words", WEAK), "of another size");
        }
    }

    @Test
    void whatIsNoHashIsSaidWithoutRepeatingIt() {
        String damaged = REFERENCE.replace("t=2", "t=x");
        String said = assertThrows(IllegalArgumentException.class, () -> hasher.matches("correct horse", damaged))
                .getMessage();
        assertFalse(said.contains("AdweBLwcflnNX2HVW8i1"), said);
    }

    /** Made with Debian's argon2: {@code echo -n "correct horse" | argon2 saltsaltsaltsalt -id -t 2 -k 19456 -p 1 -l 32 -e}. */
    @Test
    void aHashOfTheReferenceToolMatches() {
        assertTrue(hasher.matches("correct horse", REFERENCE));
    }

    private static final String REFERENCE =
            "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$AdweBLwcflnNX2HVW8i1Mtu7frrn4Ki7h/rYSGuU7Is";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "Password1",
                "P@ssw0rd",
                "12345678",
                "87654321",
                "qwertyuiop",
                "йцукенгш",
                "1q2w3e4r5t",
                "aaaaaaaa",
                "abababab",
                "qwertyqwerty",
                "passwordpassword",
                "Наташа2010",
                "privet123",
                "iloveyou!!",
                "Uplink2026",
                "admin12345",
                "vera.pavlovna",
                "vera.pavlovna1990",
                EMAIL,
                "ghbdtn123",
                "dragon!1"
            })
    void whatEverybodyTriesFirstIsRefused(String password) {
        assertEquals(
                "auth.password.common",
                PasswordRules.complaint(password, EMAIL).orElseThrow().key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "утюг на подоконнике",
                "Correct-Horse-7",
                "k7Wq0zRb",
                "84019265773301",
                "monkey wrench tango",
                "        x       "
            })
    void anythingElseOfTheRightLengthIsFine(String password) {
        assertTrue(PasswordRules.complaint(password, EMAIL).isEmpty());
    }

    @Test
    void lengthCountsCharacters() {
        assertTrue(PasswordRules.complaint("k7Wq0zR", EMAIL).isPresent());
        assertTrue(PasswordRules.complaint("🦊🐝🌵🍋🎈🚲🎻🧭", EMAIL).isEmpty());
        assertTrue(PasswordRules.complaint("k7Wq0zRb".repeat(16), EMAIL).isEmpty());
        assertTrue(PasswordRules.complaint("k7Wq0zRb".repeat(16) + "x", EMAIL).isPresent());
    }
}
