package uplink.web.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.ServiceAccounts;
import uplink.auth.boundary.ServiceAccounts.ServiceAccount;
import uplink.web.shell.Go;

/** Programs that have an account, and a new one. */
@Named
@RequestScoped
public class ServiceAccountList {

    @Inject
    private ServiceAccounts accounts;

    private @Nullable String name;
    private @Nullable List<ServiceAccount> rows;

    public List<ServiceAccount> getRows() {
        if (rows == null) {
            rows = accounts.list();
        }
        return rows;
    }

    public void create() {
        ServiceAccount made = accounts.create(Go.given(name));
        Go.to("/service-account?id=" + made.id(), "service-account.created");
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }
}
