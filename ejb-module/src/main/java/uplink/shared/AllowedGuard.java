package uplink.shared;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Lets a call through to a boundary when its caller has one of the permissions that the boundary declares. What a person
 * or an integration changes on the way is recorded by the {@link Trail} as this call's doing.
 */
@Allowed({})
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
public class AllowedGuard {

    @AroundInvoke
    @Nullable
    Object guard(InvocationContext call) throws Exception {
        Allowed allowed = call.getMethod().getAnnotation(Allowed.class);
        if (allowed == null) {
            allowed = call.getMethod().getDeclaringClass().getAnnotation(Allowed.class);
        }
        if (allowed == null) {
            throw new IllegalStateException("no permission declared on " + call.getMethod());
        }
        Caller caller = Callers.current();
        check(caller, allowed.value());
        boolean outermost = Trail.enter(caller, call.getMethod());
        try {
            return call.proceed();
        } finally {
            if (outermost) {
                Trail.leave();
            }
        }
    }

    /** Lets the caller pass with any one of them. Refusals: {@code unauthenticated}, {@code forbidden}. */
    public static void check(Caller caller, Permission... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(caller::may)) {
            if (caller.mustEnrol()) {
                throw new BusinessException(ProblemType.MFA_ENROLMENT_REQUIRED, Text.of("shared.mfa-enrolment"));
            }
            throw caller.isSignedIn() || caller.isSystem()
                    ? new BusinessException(ProblemType.FORBIDDEN, Text.of("shared.forbidden"))
                    : new BusinessException(ProblemType.UNAUTHENTICATED, Text.of("shared.unauthenticated"));
        }
    }
}
