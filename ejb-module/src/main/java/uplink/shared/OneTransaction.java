package uplink.shared;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Work in one database transaction, the caller's or a new one. */
@Stateless
@Allowed(Permission.ANYONE)
@TransactionAttribute(TransactionAttributeType.REQUIRED)
public class OneTransaction {

    /** Whatever the work throws rolls back unless it is a checked exception. */
    public @Nullable Object with(Callable<@Nullable Object> work) throws Exception {
        return work.call();
    }
}
