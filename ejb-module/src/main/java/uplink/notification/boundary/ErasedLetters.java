package uplink.notification.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import uplink.customer.boundary.CustomerErased;
import uplink.notification.control.Postman;
import uplink.shared.Allowed;
import uplink.shared.Permission;

/** Letters that lie in files go with the person they were written to, once it is certain that the person goes. */
@ApplicationScoped
public class ErasedLetters {

    @Inject
    private Postman postman;

    @Allowed(Permission.ANYONE)
    public void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) CustomerErased erased) {
        postman.forget(erased.emails());
    }
}
