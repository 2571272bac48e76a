package uplink.auth.boundary;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import javax.sql.DataSource;
import uplink.auth.control.AuthEvents;
import uplink.auth.control.Confirmations;
import uplink.auth.control.EmailChanges;
import uplink.auth.control.Emails;
import uplink.auth.control.Throttle;
import uplink.auth.control.Throttle.Counter;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.Sql;
import uplink.shared.SystemTime;
import uplink.shared.Text;

/** How a user is reached and addressed: the part of a customer's profile that belongs to the account. */
@Stateless
@Allowed(Permission.SELF_WRITE)
public class OwnContact {

    @Resource(lookup = "jdbc/uplink")
    private DataSource database;

    @Inject
    private EmailChanges changes;

    @Inject
    private Confirmations confirmations;

    @Inject
    private Throttle throttle;

    @Inject
    private AuthEvents events;

    /**
     * Sends a link to that address; it becomes the caller's when the link is opened, and is signed in with from then on.
     * Does the same when somebody has it: the mail says so then. Refusals: {@code validation}, {@code
     * confirmation-required} when the sign-in was long ago.
     */
    public void askForEmail(String email, UUID session) {
        confirmations.require(session);
        if (!Emails.isPlausible(email.strip())) {
            throw BusinessException.invalid("email", Text.of("shared.validation.format"));
        }
        UUID user = Callers.current().requireUser();
        // counted by who asks: nobody uses up what the address's owner needs for a link of their own
        if (throttle.admit(Counter.MAIL, user.toString(), null).isPresent()) {
            events.announce(AuthEvents.EMAIL_CHANGE_REQUESTED, changes.add(user, email));
        }
    }

    /** Whether who asks has proved who they are not long ago, as a new e-mail wants it. */
    @Allowed(Permission.SELF_READ)
    public boolean isConfirmed(UUID session) {
        return confirmations.isFresh(session);
    }

    /** The language of mails and of the console: {@code ru} or {@code en}, checked before. */
    public void speak(String locale) {
        Sql.in(database)
                .update(
                        "update users set locale = ?, updated_at = ?, version = version + 1 where id = ?",
                        locale,
                        SystemTime.now(),
                        Callers.current().requireUser());
    }
}
