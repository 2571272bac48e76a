package uplink.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.KeyRotation;
import uplink.auth.boundary.KeyRotation.KeyView;
import uplink.web.shell.Go;

/** The keys that sign access tokens, and their change. */
@Named
@RequestScoped
public class SigningKeyList {

    @Inject
    private KeyRotation rotation;

    private @Nullable List<KeyView> rows;

    public List<KeyView> getRows() {
        if (rows == null) {
            rows = rotation.list();
        }
        return rows;
    }

    public void rotate() {
        rotation.rotate(false);
        Go.to("/signing-keys", "signing-key.rotated");
    }

    /** Somebody else knows the keys: whatever they have signed is void. */
    public void replaceAll() {
        rotation.rotate(true);
        Go.to("/signing-keys", "signing-key.replaced");
    }
}
