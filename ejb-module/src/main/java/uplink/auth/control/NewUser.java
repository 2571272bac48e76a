package uplink.auth.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uplink.auth.entity.User;
import uplink.shared.BusinessException;
import uplink.shared.FieldError;
import uplink.shared.SystemTime;
import uplink.shared.Text;

/** Checks what is said about a new user and makes it. Takes part in the caller's transaction. */
@ApplicationScoped
public class NewUser {

    private static final int LONGEST_NAME = 200;

    @PersistenceContext(unitName = "uplink")
    private EntityManager entities;

    @Inject
    private PasswordHasher hasher;

    /** Without a password nobody signs in. Refusals: {@code validation}, also for an e-mail that is taken. */
    public User create(String email, String fullName, String role, String locale, @Nullable String password) {
        List<FieldError> errors = new ArrayList<>();
        if (!Emails.isPlausible(email.strip())) {
            errors.add(new FieldError("email", Text.of("shared.validation.format")));
        } else if (find(email).isPresent()) {
            errors.add(new FieldError("email", Text.of("auth.email.taken")));
        }
        if (fullName.isBlank()) {
            errors.add(new FieldError("fullName", Text.of("shared.validation.required")));
        } else if (fullName.length() > LONGEST_NAME) {
            errors.add(new FieldError("fullName", Text.of("shared.validation.too-long", LONGEST_NAME)));
        }
        if (password != null) {
            PasswordRules.complaint(password, email).ifPresent(c -> errors.add(new FieldError("password", c)));
        }
        if (!errors.isEmpty()) {
            throw BusinessException.invalid(errors);
        }
        User user = new User(Emails.normal(email), fullName.strip(), role, locale, SystemTime.now());
        if (password != null) {
            user.changePassword(hasher.hash(password), SystemTime.now());
        }
        entities.persist(user);
        return user;
    }

    public Optional<User> find(String email) {
        return entities.createQuery("select u from User u where lower(u.email) = :email", User.class)
                .setParameter("email", Emails.normal(email))
                .getResultStream()
                .findFirst();
    }
}
