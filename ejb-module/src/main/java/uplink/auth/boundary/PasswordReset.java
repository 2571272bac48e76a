package uplink.auth.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.auth.control.AuthEvents;
import uplink.auth.control.Emails;
import uplink.auth.control.KnownDevices;
import uplink.auth.control.OneTimeTokens;
import uplink.auth.control.OneTimeTokens.Purpose;
import uplink.auth.control.PasswordChange;
import uplink.auth.control.Throttle;
import uplink.auth.control.Throttle.Counter;
import uplink.auth.control.UserDirectory;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Ids;
import uplink.shared.Permission;
import uplink.shared.Text;

/**
 * What a link by mail is good for: a new password, or going on from a device that is not known. Neither signs anybody
 * in, so neither goes past the second factor.
 */
@Stateless
@Allowed(Permission.ANYONE)
public class PasswordReset {

    @Inject
    private UserDirectory users;

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private PasswordChange passwords;

    @Inject
    private PasswordBook book;

    @Inject
    private KnownDevices devices;

    @Inject
    private Throttle throttle;

    @Inject
    private AuthEvents events;

    /** Sends a link to the user of that address. Does and answers the same when there is none. */
    public void forgot(String email) {
        if (Emails.isPlausible(email.strip())
                && throttle.admit(Counter.MAIL, email, null).isPresent()) {
            UUID user = users.idOf(email).orElseGet(Ids::next); // an id that nobody has leads nowhere
            events.announce(AuthEvents.PASSWORD_RESET_REQUESTED, user);
        }
    }

    /**
     * Sets the password and ends all sessions. Answers a token that makes the device known. Refusals: {@code validation}
     * for a spent link, and for a password that is too short or too common, which leaves the link as it is.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public String reset(String token, String wanted, @Nullable String deviceToken) {
        String email = tokens.peek(Purpose.RESET_PASSWORD, token)
                .flatMap(meaning -> users.active(meaning.subject()))
                .map(SignedInUser::email)
                .orElseThrow(PasswordReset::spent);
        passwords.check(email, wanted);
        return book.reset(token, passwords.hash(wanted), deviceToken).orElseThrow(PasswordReset::spent);
    }

    /**
     * The way past a throttle: a token that makes this device known, so that strangers' attempts do not count here.
     * Refused with {@code validation} when the link is spent.
     */
    public String knowDevice(String token, @Nullable String deviceToken) {
        UUID user = tokens.use(Purpose.KNOW_DEVICE, token)
                .orElseThrow(PasswordReset::spent)
                .subject();
        return devices.remember(user, deviceToken);
    }

    private static BusinessException spent() {
        return BusinessException.invalid("token", Text.of("auth.link.spent"));
    }
}
