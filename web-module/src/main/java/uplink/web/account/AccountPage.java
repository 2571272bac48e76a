package uplink.web.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.Account;
import uplink.auth.boundary.SecondFactor;
import uplink.auth.boundary.Session;
import uplink.web.security.CurrentSession;
import uplink.web.shell.Go;
import uplink.web.shell.Rows;

/** Own sessions, password and second factor. */
@Named
@ViewScoped
public class AccountPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Account account;

    @Inject
    private SecondFactor factor;

    private @Nullable String currentPassword;
    private @Nullable String newPassword;
    private List<String> backupCodes = List.of();
    private transient SecondFactor.@Nullable State state;
    private final Rows<Session> sessions = new Rows<>(
            (first, size, column, ascending) -> account.sessions(CurrentSession.id(), first, size),
            () -> account.countSessions());

    public Rows<Session> getSessions() {
        return sessions;
    }

    public SecondFactor.State getFactor() {
        if (state == null) {
            state = factor.state();
        }
        return state;
    }

    public void end(UUID session) {
        account.endSession(session);
        Go.to("/account", "account.session-ended");
    }

    public void endOthers() {
        account.endOtherSessions(CurrentSession.id());
        Go.to("/account", "account.others-ended");
    }

    public void changePassword() {
        account.changePassword(Go.given(currentPassword), Go.given(newPassword), CurrentSession.id());
        Go.to("/account", "account.password-changed");
    }

    /** The new codes are on this page once. */
    public void renewBackupCodes() {
        backupCodes = factor.renewBackupCodes(CurrentSession.id()).backupCodes();
        state = null;
    }

    public List<String> getBackupCodes() {
        return backupCodes;
    }

    /** Never shown again. */
    public @Nullable String getCurrentPassword() {
        return null;
    }

    public void setCurrentPassword(@Nullable String currentPassword) {
        this.currentPassword = currentPassword;
    }

    /** Never shown again. */
    public @Nullable String getNewPassword() {
        return null;
    }

    public void setNewPassword(@Nullable String newPassword) {
        this.newPassword = newPassword;
    }
}
