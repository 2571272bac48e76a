package uplink.api.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import uplink.shared.AllowedGuard;
import uplink.shared.Callers;
import uplink.shared.Permission;

/** The addresses that take large bodies: the uploads of imports and of bank statements. */
final class Uploads {

    private static final Map<String, Permission> ADDRESSES = Map.of(
            "/v1/admin/imports/customers", Permission.IMPORT_RUN,
            "/v1/admin/imports/places", Permission.IMPORT_RUN,
            "/v1/admin/bank-statements", Permission.PAYMENT_WRITE);

    private Uploads() {}

    /** By the path as it was sent: another spelling of it gets the usual limit. */
    static boolean isOne(HttpServletRequest request) {
        return permission(request).isPresent();
    }

    private static Optional<Permission> permission(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getMethod().equals("POST")
                ? Optional.ofNullable(ADDRESSES.get(path.replaceFirst("/$", "")))
                : Optional.empty();
    }

    /**
     * The permission that the operation declares, before anything of a large body is kept. Refusals: {@code
     * unauthenticated}, {@code forbidden}.
     */
    static void requirePermission(HttpServletRequest request) {
        permission(request).ifPresent(permission -> AllowedGuard.check(Callers.current(), permission));
    }
}
