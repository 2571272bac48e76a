package uplink.web.access;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.ApiKey;
import uplink.auth.boundary.Roles;
import uplink.auth.boundary.Roles.PermissionView;
import uplink.auth.boundary.ServiceAccounts;
import uplink.auth.boundary.ServiceAccounts.NewKey;
import uplink.auth.boundary.ServiceAccounts.ServiceAccount;
import uplink.shared.SystemTime;
import uplink.web.shell.Go;

/** One program's account with its keys. A new key is on this page once, and nowhere afterwards. */
@Named
@ViewScoped
public class ServiceAccountPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_DAYS = 90;

    @Inject
    private ServiceAccounts accounts;

    @Inject
    private Roles roles;

    private final Chosen chosen = new Chosen();
    private @Nullable String id;
    private @Nullable String name;
    private int days = USUAL_DAYS;
    private @Nullable String madeKey;
    private transient @Nullable ServiceAccount account;
    private transient @Nullable List<ApiKey> keys;
    private transient @Nullable List<PermissionView> permissions;

    public void load() {
        getAccount();
    }

    public ServiceAccount getAccount() {
        if (account == null) {
            account = accounts.get(Go.id(id));
        }
        return account;
    }

    public List<ApiKey> getKeys() {
        if (keys == null) {
            keys = accounts.keys(Go.id(id));
        }
        return keys;
    }

    public List<PermissionView> getPermissions() {
        if (permissions == null) {
            permissions = roles.permissions().stream()
                    .filter(permission -> !permission.code().startsWith("self:"))
                    .toList();
        }
        return permissions;
    }

    public String state(ApiKey key) {
        Instant now = SystemTime.now();
        if (key.revokedAt() != null) {
            return "revoked";
        }
        return key.expiresAt().isAfter(now) ? "active" : "expired";
    }

    public void addKey() {
        madeKey = accounts.addKey(Go.id(id), new NewKey(Go.given(name), chosen.codes(), days))
                .key();
        keys = null;
    }

    public void revoke(UUID key) {
        accounts.revokeKey(Go.id(id), key);
        Go.to("/service-account?id=" + id, "api-key.revoked");
    }

    public void stop() {
        accounts.setActive(Go.id(id), false);
        Go.to("/service-account?id=" + id, "service-account.stopped");
    }

    public void start() {
        accounts.setActive(Go.id(id), true);
        Go.to("/service-account?id=" + id, "service-account.started");
    }

    public @Nullable String getMadeKey() {
        return madeKey;
    }

    public Chosen getChosen() {
        return chosen;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }
}
