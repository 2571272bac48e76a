package uplink.auth.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.auth.control.AuthEvents;
import uplink.auth.control.EmailChanges;
import uplink.auth.control.Emails;
import uplink.auth.control.OneTimeTokens;
import uplink.auth.control.OneTimeTokens.Purpose;
import uplink.auth.control.PasswordHasher;
import uplink.auth.control.PasswordRules;
import uplink.auth.control.Registrations;
import uplink.auth.control.Throttle;
import uplink.auth.control.Throttle.Counter;
import uplink.shared.Allowed;
import uplink.shared.BusinessException;
import uplink.shared.Permission;
import uplink.shared.Phones;
import uplink.shared.Text;
import uplink.shared.Validation;

/**
 * Accounts that customers open for themselves. The request does and answers the same whether the address has an account
 * or not; the difference is in the mail, which only the owner of the address reads.
 */
@Stateless
@Allowed(Permission.ANYONE)
public class Registration {

    /**
     * @param phone in any usual spelling
     * @param password 8 to 128 characters, none of the common ones
     * @param locale {@code ru} (default) or {@code en}
     */
    public record Wanted(
            String email, @Nullable String phone, String password, String fullName, @Nullable String locale) {}

    private static final int LONGEST_NAME = 200;

    @Inject
    private Registrations registrations;

    @Inject
    private PasswordHasher hasher;

    @Inject
    private OneTimeTokens tokens;

    @Inject
    private EmailChanges changes;

    @Inject
    private Throttle throttle;

    @Inject
    private AuthEvents events;

    /** Sends a link to the address. Refusals: {@code validation}; {@code too-many-requests} when too many hash at once. */
    public void register(Wanted wanted) {
        Validation validation = new Validation();
        String email = wanted.email().strip();
        validation.check(Emails.isPlausible(email), "email", Text.of("shared.validation.format"));
        String name = validation.text("fullName", wanted.fullName(), LONGEST_NAME);
        Optional<String> phone = wanted.phone() == null || wanted.phone().isBlank()
                ? Optional.empty()
                : Phones.normalized(wanted.phone());
        validation.check(
                wanted.phone() == null || wanted.phone().isBlank() || phone.isPresent(),
                "phone",
                Text.of("shared.validation.format"));
        String locale = wanted.locale() == null ? "ru" : wanted.locale();
        validation.check(locale.equals("ru") || locale.equals("en"), "locale", Text.of("shared.validation.format"));
        Optional<Text> complaint = PasswordRules.complaint(wanted.password(), email);
        validation.check(complaint.isEmpty(), "password", complaint.orElse(Text.of("shared.validation.format")));
        validation.done();
        String hash = hasher.hash(wanted.password());
        if (throttle.admit(Counter.MAIL, email, null).isPresent()) {
            events.announce(
                    AuthEvents.REGISTRATION_REQUESTED,
                    registrations.add(email, phone.orElse(null), name, hash, locale));
        }
    }

    /**
     * The address is the writer's own: the account is there, or has that address from now on. Refused with {@code
     * validation} when the link is spent.
     */
    public void confirm(String token) {
        boolean confirmed = tokens.use(Purpose.CONFIRM_EMAIL, token)
                .flatMap(meaning -> registrations.confirm(meaning.subject()))
                .isPresent();
        if (!confirmed && !changed(token)) {
            throw BusinessException.invalid("token", Text.of("auth.link.spent"));
        }
    }

    private boolean changed(String token) {
        Optional<UUID> change = tokens.use(Purpose.CHANGE_EMAIL, token)
                .map(OneTimeTokens.Meaning::subject)
                .filter(changes::apply);
        change.ifPresent(id -> events.announce(AuthEvents.EMAIL_CHANGED, id));
        return change.isPresent();
    }
}
