package uplink.auth.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/**
 * Ten codes for the day the phone is lost, each good once. Two letters find the row, eight are the secret: 40 bits, so
 * they are hashed like a password (ASVS 5.0, 6.5.2), and one guess costs one hash.
 */
@ApplicationScoped
public class BackupCodes {

    static final int HOW_MANY = 10;
    private static final int NAME_LETTERS = 2;
    private static final int SECRET_LETTERS = 8;
    /** Crockford's letters: none that can be taken for another. */
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private PasswordHasher hasher;

    protected BackupCodes() {}

    BackupCodes(DataSource database, PasswordHasher hasher) {
        this.database = database;
        this.hasher = hasher;
    }

    /** A code with its hash, before it is kept. */
    public record Fresh(String name, String code, String hash) {}

    /** New codes; nothing is stored yet, because hashing must not hold a transaction. */
    List<Fresh> make() {
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < HOW_MANY) {
            names.add(letters(NAME_LETTERS));
        }
        return hasher.admitted(() -> names.stream()
                .map(name -> {
                    String secret = letters(SECRET_LETTERS);
                    return new Fresh(name, name + secret.substring(0, 3) + "-" + secret.substring(3), hash(secret));
                })
                .toList());
    }

    long left(UUID user) {
        return Sql.in(database).number("select count(*) from backup_codes where user_id = ? and used_at is null", user);
    }

    /** Keeps these; all that were there before are void. */
    void replace(UUID user, List<Fresh> codes) {
        forget(user);
        Sql.in(database)
                .update(
                        "insert into backup_codes (user_id, name, code_hash) select ?, * from unnest(?::text[], ?::text[])",
                        user,
                        codes.stream().map(Fresh::name).toArray(String[]::new),
                        codes.stream().map(Fresh::hash).toArray(String[]::new));
    }

    void forget(UUID user) {
        Sql.in(database).update("delete from backup_codes where user_id = ?", user);
    }

    /** Uses the code up; false when it is wrong or was used before. */
    boolean use(UUID user, String typed) {
        String code = normal(typed);
        if (code.length() != NAME_LETTERS + SECRET_LETTERS) {
            return false;
        }
        String name = code.substring(0, NAME_LETTERS);
        List<String> hashes = new ArrayList<>(Sql.in(database)
                .list(
                        "select code_hash from backup_codes where user_id = ? and name = ? and used_at is null",
                        row -> row.getString(1),
                        user,
                        name));
        boolean right = hasher.admitted(() -> {
            if (hashes.isEmpty()) {
                hasher.pretend(code);
                return false;
            }
            return hasher.matches(code.substring(NAME_LETTERS), hashes.get(0));
        });
        return right
                && Sql.in(database)
                                .update(
                                        "update backup_codes set used_at = ? where user_id = ? and name = ? and used_at is null",
                                        SystemTime.now(),
                                        user,
                                        name)
                        == 1;
    }

    private String hash(String secret) {
        return hasher.hashNow(secret);
    }

    private static String letters(int howMany) {
        StringBuilder letters = new StringBuilder(howMany);
        for (int i = 0; i < howMany; i++) {
            letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return letters.toString();
    }

    /** As people type it: small letters, blanks, an O for a zero. */
    private static String normal(String typed) {
        return typed.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
