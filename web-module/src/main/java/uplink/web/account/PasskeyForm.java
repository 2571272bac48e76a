package uplink.web.account;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.Passkey;
import uplink.auth.boundary.Passkeys;
import uplink.shared.BusinessException;
import uplink.web.shell.Go;

/** Another name for one of the own passkeys. */
@Named
@ViewScoped
public class PasskeyForm implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Passkeys passkeys;

    private @Nullable String id;
    private @Nullable String label;

    public void load() {
        label = passkeys.list().stream()
                .filter(passkey -> passkey.id().equals(Go.id(id)))
                .map(Passkey::label)
                .findFirst()
                .orElseThrow(BusinessException::notFound);
    }

    public void rename() {
        passkeys.rename(Go.id(id), Go.given(label));
        Go.to("/account", "passkey.renamed");
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String label) {
        this.label = label;
    }
}
