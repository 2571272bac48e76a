package uplink.auth.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.auth.control.AuthEvents;
import uplink.auth.control.MailLinks;
import uplink.shared.Allowed;
import uplink.shared.Permission;

/**
 * What the owner of an account is told by mail, put together at the moment when the mail is written: only then is there a
 * token, so none is ever in an event, a queue or a log.
 */
@Stateless
@Allowed(Permission.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountMails {

    /**
     * A mail without its words.
     *
     * @param template which text, in {@code mail_{ru,en}.properties}
     * @param link what the reader is to open; null when there is nothing to do
     * @param minutes how long the link is good
     */
    public record AccountMail(
            String template, String address, String fullName, Locale locale, @Nullable String link, long minutes) {}

    private static final Set<String> EVENTS = Set.of(
            AuthEvents.REGISTRATION_REQUESTED,
            AuthEvents.PASSWORD_RESET_REQUESTED,
            AuthEvents.SIGN_IN_THROTTLED,
            AuthEvents.REFRESH_REUSED,
            AuthEvents.PASSWORD_CHANGED,
            AuthEvents.MFA_ENABLED,
            AuthEvents.MFA_DISABLED,
            AuthEvents.BACKUP_CODES_RENEWED,
            AuthEvents.INVITED,
            AuthEvents.EMAIL_CHANGE_REQUESTED,
            AuthEvents.EMAIL_CHANGED,
            AuthEvents.PASSKEY_ADDED,
            AuthEvents.PASSKEY_REMOVED,
            AuthEvents.PASSKEY_SUSPECT);

    @Inject
    private MailLinks links;

    /** Whether somebody gets a mail about events of that type. */
    public boolean isTold(String eventType) {
        return EVENTS.contains(eventType);
    }

    /** The mail, with a link made just now; empty when there is nobody to write to. */
    public Optional<AccountMail> of(String eventType, UUID subject) {
        return links.mail(eventType, subject);
    }
}
