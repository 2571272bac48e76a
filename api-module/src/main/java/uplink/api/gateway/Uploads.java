package uplink.api.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import uplink.shared.AllowedGuard;
import uplink.shared.Callers;
import uplink.shared.Permission;

/** The addresses that take large bodies: the uploads of imports, of bank statements and of photos. */
final class Uploads {

    private static final Map<String, Permission> ADDRESSES = Map.of(
            "/v1/admin/imports/customers", Permission.IMPORT_RUN,
            "/v1/admin/imports/places", Permission.IMPORT_RUN,
            "/v1/admin/imports/devices", Permission.IMPORT_RUN,
            "/v1/admin/imports/applications", Permission.IMPORT_RUN,
            "/v1/admin/bank-statements", Permission.PAYMENT_WRITE);

    private static final Pattern PHOTOS = Pattern.compile("/v1/admin/work-orders/[0-9a-f-]{36}/photos");
    /** A photo as a telephone takes it. */
    private static final long PHOTO_BYTES = 5 * 1024 * 1024L + 1024;

    private Uploads() {}

    /** How much it may be. */
    static long limit(HttpServletRequest request, long ofFiles) {
        return PHOTOS.matcher(path(request)).matches() ? PHOTO_BYTES : ofFiles;
    }

    /** By the path as it was sent: another spelling of it gets the usual limit. */
    static boolean isOne(HttpServletRequest request) {
        return permission(request).isPresent();
    }

    private static Optional<Permission> permission(HttpServletRequest request) {
        if (!request.getMethod().equals("POST")) {
            return Optional.empty();
        }
        String path = path(request);
        return PHOTOS.matcher(path).matches()
                ? Optional.of(Permission.WORKORDER_WORK)
                : Optional.ofNullable(ADDRESSES.get(path));
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI()
                .substring(request.getContextPath().length())
                .replaceFirst("/$", "");
    }

    /**
     * The permission that the operation declares, before anything of a large body is kept. Refusals: {@code
     * unauthenticated}, {@code forbidden}.
     */
    static void requirePermission(HttpServletRequest request) {
        permission(request).ifPresent(permission -> AllowedGuard.check(Callers.current(), permission));
    }
}
