package uplink.auth.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import uplink.auth.boundary.KeyRotation.KeyView;
import uplink.auth.boundary.KeyRotation.NextKey;

/** Changes the signing keys, by command or by age. */
@ApplicationScoped
public class KeyChange {

    @Inject
    private SigningKeys keys;

    protected KeyChange() {}

    KeyChange(SigningKeys keys) {
        this.keys = keys;
    }

    public List<KeyView> list() {
        return keys.list();
    }

    public NextKey rotate(boolean compromised) {
        return keys.rotate(compromised);
    }

    public void rotateWhenOlder(Instant than) {
        keys.forgetDead();
        if (keys.newest().isBefore(than)) {
            keys.rotate(false);
        }
    }
}
