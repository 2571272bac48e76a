package uplink.auth.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import uplink.shared.Event;
import uplink.shared.Outbox;
import uplink.shared.SystemTime;

/** What happened to an account: its owner is told by mail. Ids only: never an address, never a token. */
@ApplicationScoped
public class AuthEvents {

    public static final String REGISTRATION_REQUESTED = "auth.registration-requested";
    public static final String PASSWORD_RESET_REQUESTED = "auth.password-reset-requested";
    public static final String SIGN_IN_THROTTLED = "auth.sign-in-throttled";
    public static final String REFRESH_REUSED = "auth.refresh-reused";
    public static final String PASSWORD_CHANGED = "auth.password-changed";
    public static final String MFA_ENABLED = "auth.mfa-enabled";
    public static final String MFA_DISABLED = "auth.mfa-disabled";
    public static final String BACKUP_CODES_RENEWED = "auth.backup-codes-renewed";
    public static final String EMAIL_CHANGE_REQUESTED = "auth.email-change-requested";
    public static final String EMAIL_CHANGED = "auth.email-changed";
    public static final String PASSKEY_ADDED = "auth.passkey-added";
    public static final String PASSKEY_REMOVED = "auth.passkey-removed";
    public static final String PASSKEY_SUSPECT = "auth.passkey-suspect";
    public static final String INVITED = "auth.invited";
    public static final String SIGNED_IN = "auth.signed-in";

    @Inject
    private Outbox outbox;

    public void announce(String type, UUID subject, Map<String, Object> data) {
        send(Event.of(type, "/auth", subject, data, SystemTime.now()));
    }

    public void announce(String type, UUID user) {
        announce(type, user, Map.of("userId", user));
    }

    void send(Event event) {
        outbox.announce(event);
    }
}
