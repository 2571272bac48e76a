package uplink.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import uplink.shared.BrowserHeaders;

/** What every answer carries, redirects and errors included. */
final class SecurityHeaders {

    private static final String RESOURCES = "/jakarta.faces.resource/";

    /** The only view that may ask for the camera: to read bar codes. */
    private static final String SCANNING = "device-receive";

    private SecurityHeaders() {}

    static void set(HttpServletRequest request, HttpServletResponse response) {
        BrowserHeaders.with(BrowserHeaders.NOTHING).forEach(response::setHeader);
        response.setHeader("Referrer-Policy", "same-origin");
        if (Views.name(request.getServletPath()).equals(SCANNING)) {
            response.setHeader("Permissions-Policy", "camera=(self), geolocation=(), microphone=(), payment=()");
        }
        if (!request.getServletPath().startsWith(RESOURCES)) {
            response.setHeader("Cache-Control", "no-store");
        }
    }
}
