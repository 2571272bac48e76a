package uplink.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import uplink.shared.BrowserHeaders;

/** What every answer carries, redirects and errors included. */
final class SecurityHeaders {

    private static final String RESOURCES = "/jakarta.faces.resource/";

    /** The views that may ask for the camera: to read bar codes. */
    private static final Set<String> SCANNING = Set.of("device-receive", "stock-taking");

    private SecurityHeaders() {}

    static void set(HttpServletRequest request, HttpServletResponse response) {
        BrowserHeaders.with(BrowserHeaders.NOTHING).forEach(response::setHeader);
        response.setHeader("Referrer-Policy", "same-origin");
        if (SCANNING.contains(Views.name(request.getServletPath()))) {
            response.setHeader("Permissions-Policy", "camera=(self), geolocation=(), microphone=(), payment=()");
        }
        if (!request.getServletPath().startsWith(RESOURCES)) {
            response.setHeader("Cache-Control", "no-store");
        }
    }
}
