package uplink.api.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uplink.auth.boundary.AccessTokens.Access;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;
import uplink.shared.edge.Allowance;

/** What the gateway's filters have found out about a request. */
public final class Requests {

    public static final String ID = "uplink.request-id";
    public static final String ACCESS = "uplink.access";
    public static final String CLIENT_ADDRESS = "uplink.client-address";
    public static final String ANSWER_NOT_KEPT = "uplink.answer-not-kept";

    private Requests() {}

    public static String id(HttpServletRequest request) {
        return request.getAttribute(ID) instanceof String id ? id : "-";
    }

    /** The session and user behind the request's token; null for anonymous requests. */
    public static @Nullable Access access(HttpServletRequest request) {
        return request.getAttribute(ACCESS) instanceof Access access ? access : null;
    }

    /** The session and user behind the request's token; refused with {@code unauthenticated} when there is none. */
    public static Access signedIn(HttpServletRequest request) {
        Access access = access(request);
        if (access == null) {
            throw new BusinessException(ProblemType.UNAUTHENTICATED, Text.of("shared.unauthenticated"));
        }
        return access;
    }

    /** The client's address; only a configured proxy is believed about it. */
    public static String clientAddress(HttpServletRequest request) {
        return request.getAttribute(CLIENT_ADDRESS) instanceof String address ? address : request.getRemoteAddr();
    }

    /** Whether the operation that was found is {@link AnswerNotKept}. */
    public static boolean isAnswerKept(HttpServletRequest request) {
        return request.getAttribute(ANSWER_NOT_KEPT) == null;
    }

    /** What Accept-Language asks for first, else what the user has chosen, else Russian. */
    public static Locale language(HttpServletRequest request) {
        if (request.getHeader("Accept-Language") != null) {
            return java.util.Collections.list(request.getLocales()).stream()
                    .filter(l -> l.getLanguage().equals("ru") || l.getLanguage().equals("en"))
                    .findFirst()
                    .map(Text::supported)
                    .orElse(Locale.ENGLISH);
        }
        Access access = access(request);
        return Text.supported(
                access == null ? Locale.forLanguageTag("ru") : access.user().locale());
    }

    /** Tells the client what is left of the limit that its request was counted by; the last one told is the strictest. */
    public static void tell(Allowance left, HttpServletResponse response) {
        left.headers().forEach(response::setHeader);
    }

    /** The path that the client asked for, also on an error page. */
    public static String originalPath(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? path
                : request.getRequestURI();
    }
}
