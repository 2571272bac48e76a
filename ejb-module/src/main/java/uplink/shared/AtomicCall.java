package uplink.shared;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Makes the transaction of a call that is {@link Atomic}. */
@Atomic
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class AtomicCall {

    @Inject
    private OneTransaction transaction;

    @AroundInvoke
    @Nullable
    Object call(InvocationContext call) throws Exception {
        return transaction.with(call::proceed);
    }
}
