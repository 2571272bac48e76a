package uplink.api.gateway;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import uplink.shared.AllowedGuard;
import uplink.shared.Callers;
import uplink.shared.Permission;

/**
 * Checks the permission that an endpoint declares in the API's documentation, before its body is read: whoever may not
 * ask learns nothing about what a right question would look like. The boundaries check again, they are the promise.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class DeclaredPermission implements ContainerRequestFilter {

    /** Name of the extension that carries the permission's code. */
    public static final String EXTENSION = "x-permission";

    private static final Map<Method, Permission> DECLARED = new ConcurrentHashMap<>();

    @Context
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        if (method != null) {
            AllowedGuard.check(Callers.current(), DECLARED.computeIfAbsent(method, DeclaredPermission::of));
        }
    }

    /** Throws when the method declares none: the build's OpenAPI document would have failed before. */
    private static Permission of(Method method) {
        String code = Arrays.stream(method.getAnnotationsByType(Extension.class))
                .filter(extension -> extension.name().equals(EXTENSION))
                .map(Extension::value)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no permission declared on " + method));
        return Permission.declared(code);
    }
}
