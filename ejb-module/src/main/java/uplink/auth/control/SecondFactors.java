package uplink.auth.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import uplink.auth.control.Throttle.Counter;
import uplink.shared.Atomic;
import uplink.shared.KeyVault;
import uplink.shared.Sql;
import uplink.shared.SystemTime;

/**
 * Second factors in {@code users.mfa_settings}: the seed encrypted, and the last step that was accepted, so that a code
 * is good once. Backup codes stand beside them.
 */
@ApplicationScoped
public class SecondFactors {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{6}");

    private static final String ACCEPT =
            """
            update users set mfa_settings = jsonb_set(mfa_settings, '{step}', to_jsonb(?::bigint))
            where id = ? and is_active and mfa_settings ->> 'totp' is not null
              and coalesce((mfa_settings ->> 'step')::bigint, 0) < ?""";

    private static final String CONFIRM =
            """
            update users set updated_at = ?,
                mfa_settings = jsonb_build_object('totp', mfa_settings ->> 'pending', 'step', ?::bigint)
            where id = ? and mfa_settings ->> 'pending' = ?""";

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private KeyVault vault;

    @Inject
    private Throttle throttle;

    @Inject
    private BackupCodes backup;

    @Inject
    private PasskeyRows passkeys;

    @Inject
    private SessionStore sessions;

    @Inject
    private AuthEvents events;

    protected SecondFactors() {}

    SecondFactors(
            DataSource database,
            KeyVault vault,
            Throttle throttle,
            BackupCodes backup,
            PasskeyRows passkeys,
            SessionStore sessions,
            AuthEvents events) {
        this.database = database;
        this.vault = vault;
        this.throttle = throttle;
        this.backup = backup;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.events = events;
    }

    public boolean isEnrolled(UUID user) {
        return setting(user, "totp").isPresent();
    }

    public long backupCodesLeft(UUID user) {
        return backup.left(user);
    }

    /** Ten codes that count for nothing yet. Slow: not inside a transaction. */
    public List<BackupCodes.Fresh> makeBackupCodes() {
        return backup.make();
    }

    /** These are the codes now; those before are void, and the user is told. */
    @Atomic
    public List<String> replaceBackupCodes(UUID user, List<BackupCodes.Fresh> codes) {
        backup.replace(user, codes);
        events.announce(AuthEvents.BACKUP_CODES_RENEWED, user);
        return codes.stream().map(BackupCodes.Fresh::code).toList();
    }

    /** A new seed that waits for its first code; the one in use, if any, stays until then. */
    public byte[] begin(UUID user) {
        byte[] seed = Totp.newSeed();
        Sql.in(database)
                .update(
                        "update users set mfa_settings = jsonb_set(mfa_settings, '{pending}', to_jsonb(?::text)) where id = ?",
                        sealed(user, seed),
                        user);
        return seed;
    }

    /** What was checked and hashed, and is still to be written. */
    public record Prepared(UUID user, String pending, long step, List<BackupCodes.Fresh> codes) {
        public Prepared {
            codes = List.copyOf(codes);
        }
    }

    /** Checks the first code of the seed that waits, and makes the backup codes; empty when it does not fit. */
    public Optional<Prepared> prepare(UUID user, String code) {
        String pending = setting(user, "pending").orElse(null);
        if (pending == null) {
            return Optional.empty();
        }
        OptionalLong step = Totp.stepOf(opened(user, pending), normal(code), SystemTime.now());
        return step.isEmpty()
                ? Optional.empty()
                : Optional.of(new Prepared(user, pending, step.getAsLong(), backup.make()));
    }

    /**
     * The seed that waited is now the factor, this session has passed it, and the user's other sessions end. The backup
     * codes are here once; empty when another seed waits by now.
     */
    @Atomic
    public Optional<List<String>> confirm(Prepared prepared, UUID session) {
        UUID user = prepared.user();
        int confirmed = Sql.in(database).update(CONFIRM, SystemTime.now(), prepared.step(), user, prepared.pending());
        if (confirmed != 1) {
            return Optional.empty();
        }
        backup.replace(user, prepared.codes());
        sessions.passedSecondFactor(session);
        sessions.revokeOthers(user, session);
        events.announce(AuthEvents.MFA_ENABLED, user);
        return Optional.of(
                prepared.codes().stream().map(BackupCodes.Fresh::code).toList());
    }

    /**
     * Whether the code is right and was not used before: one of the app or a backup code. At most five wrong ones per
     * account in fifteen minutes; a known device has a counter of its own, and a mail shows everybody else the way past.
     */
    public boolean accept(UUID user, String typed, @Nullable String deviceName) {
        Optional<UUID> attempt = throttle.admit(Counter.CODE, user.toString(), deviceName);
        if (attempt.isEmpty()) {
            offerWayPast(user);
            return false;
        }
        String code = normal(typed);
        boolean right = DIGITS.matcher(code).matches() ? acceptStep(user, code) : backup.use(user, code);
        if (right) {
            throttle.succeeded(attempt.get());
        }
        return right;
    }

    /** Somebody knows the password and guesses codes: the owner is told, and gets a link to go on with. */
    private void offerWayPast(UUID user) {
        if (throttle.admit(Counter.WAY_PAST, user.toString(), null).isPresent()) {
            events.announce(AuthEvents.SIGN_IN_THROTTLED, user);
        }
    }

    /** Takes the second factor away, passkeys included: its owner, or an administrator for somebody who lost it. */
    @Atomic
    public void remove(UUID user) {
        Sql.in(database)
                .update("update users set mfa_settings = '{}', updated_at = ? where id = ?", SystemTime.now(), user);
        backup.forget(user);
        passkeys.removeAll(user);
        events.announce(AuthEvents.MFA_DISABLED, user);
    }

    /** Sets a known seed, for the demo. The same one again keeps what was used. */
    public void install(UUID user, String base32) {
        byte[] seed = Totp.fromBase32(base32);
        Optional<byte[]> known = setting(user, "totp").map(kept -> opened(user, kept));
        if (known.filter(before -> Arrays.equals(before, seed)).isEmpty()) {
            Sql.in(database)
                    .update(
                            "update users set mfa_settings = jsonb_build_object('totp', ?::text) where id = ?",
                            sealed(user, seed),
                            user);
        }
    }

    private boolean acceptStep(UUID user, String code) {
        Optional<byte[]> seed = setting(user, "totp").map(kept -> opened(user, kept));
        OptionalLong step = seed.isEmpty() ? OptionalLong.empty() : Totp.stepOf(seed.get(), code, SystemTime.now());
        return step.isPresent() && Sql.in(database).update(ACCEPT, step.getAsLong(), user, step.getAsLong()) == 1;
    }

    private Optional<String> setting(UUID user, String name) {
        return Sql.in(database)
                .list(
                        "select mfa_settings ->> ? from users where id = ?",
                        row -> Optional.ofNullable(row.getString(1)),
                        name,
                        user)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private String sealed(UUID user, byte[] seed) {
        return Base64.getEncoder().encodeToString(vault.seal("totp:" + user, seed));
    }

    private byte[] opened(UUID user, String sealed) {
        return vault.open("totp:" + user, Base64.getDecoder().decode(sealed));
    }

    private static String normal(String code) {
        return code.replaceAll("[\\s-]", "");
    }
}
