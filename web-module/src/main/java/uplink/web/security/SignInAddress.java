package uplink.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The address of the sign-in page, with the way back to where somebody wanted to go. */
final class SignInAddress {

    /** Only views of this console with plain parameters: never another host. */
    private static final Pattern VIEW = Pattern.compile("/[a-z-]*(\\?[A-Za-z0-9=&%._+-]*)?");

    private SignInAddress() {}

    /** Sets the headers itself: the container asks for a sign-in before any filter runs. */
    static void send(HttpServletRequest request, HttpServletResponse response) {
        sendTo("/sign-in?next=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8), request, response);
    }

    /** Leads to another view, also out of an Ajax request. */
    static void sendTo(String view, HttpServletRequest request, HttpServletResponse response) {
        SecurityHeaders.set(request, response);
        String address = request.getContextPath() + view;
        try {
            if ("partial/ajax".equals(request.getHeader("Faces-Request"))) {
                response.setContentType("text/xml");
                response.setCharacterEncoding("UTF-8");
                response.getWriter()
                        .print("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                                + address.replace("&", "&amp;") + "\"/></partial-response>");
            } else {
                response.sendRedirect(address);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String wanted(HttpServletRequest request) {
        String view = request.getServletPath().replaceAll("(index)?\\.xhtml$", "");
        String query = request.getQueryString();
        return safe(view + (query == null ? "" : "?" + query));
    }

    /** The way back when it is one of ours, else the console's first page. */
    static String safe(@Nullable String next) {
        return next != null && VIEW.matcher(next).matches() && !next.startsWith("/sign-") ? next : "/";
    }
}
