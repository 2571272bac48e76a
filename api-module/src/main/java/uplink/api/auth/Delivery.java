package uplink.api.auth;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uplink.api.http.Requests;
import uplink.auth.boundary.SignIn;

/** How a pair of tokens goes out, and where the request for it came from. */
final class Delivery {

    /** The header with which a browser asks for the refresh token as a cookie. */
    static final String HEADER = "X-Token-Delivery";

    private Delivery() {}

    static Response answer(SignIn.Tokens pair, @Nullable String delivery) {
        return answer(pair, delivery, withRefreshToken -> TokenAnswer.of(pair, withRefreshToken));
    }

    static Response answer(SignIn.Tokens pair, @Nullable String delivery, Function<Boolean, Object> body) {
        boolean byCookie = RefreshCookie.WANTED.equals(delivery);
        Response.ResponseBuilder answer =
                Response.ok(body.apply(!byCookie)).cookie(DeviceCookie.of(pair.deviceToken()));
        return byCookie ? answer.cookie(RefreshCookie.of(pair.refreshToken())).build() : answer.build();
    }

    static SignIn.Origin origin(HttpServletRequest request, @Nullable String deviceInfo) {
        String device = deviceInfo == null ? request.getHeader("User-Agent") : deviceInfo;
        return new SignIn.Origin(device, Requests.clientAddress(request), DeviceCookie.from(request));
    }
}
