package uplink.auth.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.auth.control.AuthEvents;
import uplink.auth.control.MailLinks;
import uplink.shared.Allowed;
import uplink.shared.Event;
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
     * @param arguments what the text names
     * @param link what the reader is to open; null when there is nothing to do
     * @param minutes how long the link is good
     */
    public record AccountMail(
            String template,
            String address,
            String fullName,
            Locale locale,
            List<String> arguments,
            @Nullable String link,
            long minutes) {

        public AccountMail {
            arguments = List.copyOf(arguments);
        }

        /** With a text that names nothing. */
        public AccountMail(
                String template, String address, String fullName, Locale locale, @Nullable String link, long minutes) {
            this(template, address, fullName, locale, List.of(), link, minutes);
        }
    }

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
            AuthEvents.PASSKEY_SUSPECT,
            AuthEvents.SIGNED_IN);

    @Inject
    private MailLinks links;

    /** Whether somebody gets a mail about events of that type. */
    public boolean isTold(String eventType) {
        return EVENTS.contains(eventType);
    }

    /**
     * The same with what a mail about it is about: the account, or of a sign-in the session. Empty when nobody gets one: of
     * sign-ins only those with a device that had not been seen before are told.
     */
    public Optional<Event> subjectOf(Event event) {
        if (!event.type().equals(AuthEvents.SIGNED_IN)) {
            return isTold(event.type()) ? Optional.of(event) : Optional.empty();
        }
        Object session = event.data().get("sessionId");
        return Boolean.TRUE.equals(event.data().get("newDevice")) && session != null
                ? Optional.of(new Event(
                        event.id(), event.type(), event.source(), session.toString(), event.data(), event.occurredAt()))
                : Optional.empty();
    }

    /** The mail, with a link made just now; empty when there is nobody to write to. */
    public Optional<AccountMail> of(String eventType, UUID subject) {
        return links.mail(eventType, subject);
    }
}
