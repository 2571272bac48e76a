package uplink.web.security;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.SecondFactor;
import uplink.web.shell.Go;

/** Staff connect their authenticator app: scan, enter a first code, keep the backup codes. */
@Named
@ViewScoped
public class EnrolPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private SecondFactor factor;

    private SecondFactor.@Nullable Enrolment enrolment;
    private List<String> backupCodes = List.of();
    private @Nullable String code;

    /** Makes the secret when the page is opened; not again while it is worked on. */
    public void begin() {
        if (enrolment == null) {
            enrolment = factor.enroll(CurrentSession.id());
        }
    }

    public void confirm() {
        backupCodes = factor.confirm(Go.given(code), CurrentSession.id()).backupCodes();
    }

    public boolean isConfirmed() {
        return !backupCodes.isEmpty();
    }

    public List<String> getBackupCodes() {
        return backupCodes;
    }

    /** In groups of four, as people type it. */
    public String getSecret() {
        return enrolment == null ? "" : enrolment.secret().replaceAll("(.{4})(?=.)", "$1 ");
    }

    public String getPicture() {
        return enrolment == null ? "" : "data:image/png;base64," + enrolment.qrPng();
    }

    /** Never shown again. */
    public @Nullable String getCode() {
        return null;
    }

    public void setCode(@Nullable String code) {
        this.code = code;
    }
}
