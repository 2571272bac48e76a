package uplink.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.primefaces.PrimeFaces;
import uplink.auth.boundary.Passkey;
import uplink.auth.boundary.Passkey.Attestation;
import uplink.auth.boundary.Passkeys;
import uplink.shared.Json;
import uplink.web.security.CurrentSession;
import uplink.web.shell.Go;

/** Own passkeys: a new one, another name, no longer. */
@Named
@RequestScoped
public class PasskeyList {

    @Inject
    private Passkeys passkeys;

    private @Nullable String label;
    private @Nullable String answer;
    private @Nullable List<Passkey> rows;

    public List<Passkey> getRows() {
        if (rows == null) {
            rows = passkeys.list();
        }
        return rows;
    }

    public void begin() {
        PrimeFaces.current().ajax().addCallbackParam("options", Json.write(passkeys.begin(CurrentSession.id())));
    }

    public void add() {
        passkeys.add(Attestation.of(Go.given(answer), Go.given(label)), CurrentSession.id());
        Go.to("/account", "passkey.added");
    }

    public void remove(UUID id) {
        passkeys.remove(id, CurrentSession.id());
        Go.to("/account", "passkey.removed");
    }

    public @Nullable String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String label) {
        this.label = label;
    }

    /** Goes one way only. */
    public @Nullable String getAnswer() {
        return null;
    }

    public void setAnswer(@Nullable String answer) {
        this.answer = answer;
    }
}
