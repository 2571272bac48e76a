package uplink.api.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import uplink.shared.AllowedGuard;
import uplink.shared.Callers;
import uplink.shared.Permission;

/** The one address that takes large bodies: the upload of an import. */
final class Uploads {

    private static final Pattern ADDRESS = Pattern.compile("/v1/admin/imports/customers/?");

    private Uploads() {}

    /** By the path as it was sent: another spelling of it gets the usual limit. */
    static boolean isOne(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return request.getMethod().equals("POST") && ADDRESS.matcher(path).matches();
    }

    /**
     * The permission that the operation declares, before anything of a large body is kept. Refusals: {@code
     * unauthenticated}, {@code forbidden}.
     */
    static void requirePermission(HttpServletRequest request) {
        if (isOne(request)) {
            AllowedGuard.check(Callers.current(), Permission.IMPORT_RUN);
        }
    }
}
