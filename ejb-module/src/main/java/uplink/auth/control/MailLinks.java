package uplink.auth.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.AccountMails.AccountMail;
import uplink.auth.boundary.SignedInUser;
import uplink.auth.control.OneTimeTokens.Purpose;
import uplink.shared.BusinessClock;
import uplink.shared.Formats;
import uplink.shared.Settings;

/**
 * Mails with their links. The host comes from the configuration ({@code UPLINK_PUBLIC_URL}), never from a request: staff
 * are led to the console, customers to the cabinet.
 */
@ApplicationScoped
public class MailLinks {

    private static final String HOST =
            Settings.text("UPLINK_PUBLIC_URL", "http://localhost:8080").replaceAll("/+$", "");

    private static final Duration INVITATION = Duration.ofHours(72);

    @Inject
    private UserDirectory users;

    @Inject
    private Registrations registrations;

    @Inject
    private EmailChanges changes;

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private SessionStore sessions;

    @Inject
    private BusinessClock clock;

    /** Empty when there is nobody to write to: the id was made up, or the user is gone. */
    public Optional<AccountMail> mail(String eventType, UUID subject) {
        return switch (eventType) {
            case AuthEvents.REGISTRATION_REQUESTED ->
                registrations.find(subject).flatMap(waiting -> registration(subject, waiting));
            case AuthEvents.EMAIL_CHANGE_REQUESTED ->
                changes.find(subject).filter(EmailChanges.Wanted::open).flatMap(wanted -> change(subject, wanted));
            case AuthEvents.EMAIL_CHANGED -> changes.find(subject).flatMap(this::changed);
            case AuthEvents.SIGNED_IN -> sessions.origin(subject).flatMap(this::newDevice);
            default -> users.active(subject).map(user -> toUser(eventType, user));
        };
    }

    /** To the new address, whose owner opens the link; to the owner of an account that has it already, that there is one. */
    private Optional<AccountMail> change(UUID id, EmailChanges.Wanted wanted) {
        Optional<UUID> owner = users.idOf(wanted.email());
        if (owner.isPresent()) {
            return exists(owner.get());
        }
        Purpose purpose = Purpose.CHANGE_EMAIL;
        String link = HOST + "/confirm?token=" + tokens.issue(purpose, id, null);
        return users.active(wanted.user())
                .map(user -> new AccountMail(
                        "confirm-change",
                        wanted.email(),
                        user.fullName(),
                        user.locale(),
                        link,
                        purpose.lifetime().toMinutes()));
    }

    /** To the address that was left. */
    private Optional<AccountMail> changed(EmailChanges.Wanted wanted) {
        return users.active(wanted.user())
                .map(user ->
                        new AccountMail("email-changed", wanted.before(), user.fullName(), user.locale(), null, 0));
    }

    /** What the program calls itself is not told: whoever signs in chooses that, and could write to the reader with it. */
    private Optional<AccountMail> newDevice(SessionStore.Origin origin) {
        return users.active(origin.user())
                .map(user -> new AccountMail(
                        "new-device",
                        user.email(),
                        user.fullName(),
                        user.locale(),
                        List.of(
                                Formats.moment(origin.at(), clock.getZone(), user.locale()),
                                origin.ip() == null ? "—" : origin.ip()),
                        null,
                        0));
    }

    private Optional<AccountMail> exists(UUID owner) {
        return users.active(owner).map(user -> linked("account-exists", user, Purpose.RESET_PASSWORD, "/reset?token="));
    }

    /** Who has an account already is told so; whoever typed the address learns nothing. */
    private Optional<AccountMail> registration(UUID id, Registrations.Waiting waiting) {
        Optional<UUID> owner = users.idOf(waiting.email());
        if (owner.isPresent()) {
            return exists(owner.get());
        }
        Purpose purpose = Purpose.CONFIRM_EMAIL;
        return Optional.of(new AccountMail(
                "confirm",
                waiting.email(),
                waiting.fullName(),
                Locale.forLanguageTag(waiting.locale()),
                HOST + "/confirm?token=" + tokens.issue(purpose, id, null),
                purpose.lifetime().toMinutes()));
    }

    private AccountMail toUser(String eventType, SignedInUser user) {
        return switch (eventType) {
            case AuthEvents.PASSWORD_RESET_REQUESTED -> linked("reset", user, Purpose.RESET_PASSWORD, "/reset?token=");
            case AuthEvents.SIGN_IN_THROTTLED -> linked("unlock", user, Purpose.KNOW_DEVICE, "/unlock?token=");
            case AuthEvents.REFRESH_REUSED -> plain("session-ended", user, null, 0);
            case AuthEvents.PASSWORD_CHANGED -> plain("password-changed", user, null, 0);
            case AuthEvents.MFA_ENABLED -> plain("mfa-enabled", user, null, 0);
            case AuthEvents.MFA_DISABLED -> plain("mfa-disabled", user, null, 0);
            case AuthEvents.BACKUP_CODES_RENEWED -> plain("backup-codes", user, null, 0);
            case AuthEvents.PASSKEY_ADDED -> plain("passkey-added", user, null, 0);
            case AuthEvents.PASSKEY_REMOVED -> plain("passkey-removed", user, null, 0);
            case AuthEvents.PASSKEY_SUSPECT -> plain("passkey-suspect", user, null, 0);
            case AuthEvents.INVITED -> invitation(user);
            default -> throw new IllegalArgumentException("nobody is told of " + eventType);
        };
    }

    private AccountMail linked(String template, SignedInUser user, Purpose purpose, String path) {
        String link = HOST + (user.isStaff() ? "/admin" : "") + path + tokens.issue(purpose, user.userId(), null);
        return plain(template, user, link, purpose.lifetime().toMinutes());
    }

    /** The link of a forgotten password, good for longer: people read an invitation when they come to work. */
    private AccountMail invitation(SignedInUser user) {
        String token = tokens.issue(Purpose.RESET_PASSWORD, user.userId(), null, INVITATION);
        return plain("invitation", user, HOST + "/admin/reset?token=" + token, INVITATION.toMinutes());
    }

    private static AccountMail plain(String template, SignedInUser user, @Nullable String link, long minutes) {
        return new AccountMail(template, user.email(), user.fullName(), user.locale(), link, minutes);
    }
}
