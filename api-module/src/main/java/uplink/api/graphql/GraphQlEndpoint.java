package uplink.api.graphql;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotSupportedException;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import uplink.api.http.Requests;
import uplink.api.json.ApiJson;
import uplink.api.json.JsonRefusals;
import uplink.shared.AllowedGuard;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/**
 * {@code POST /api/graphql}, for whoever is signed in; each field asks for its own permission. What is no GraphQL request is refused as everywhere; what is one is answered with 200 and
 * {@code errors}, or with 400 to clients that accept {@code application/graphql-response+json} when nothing was executed.
 */
public class GraphQlEndpoint extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String JSON = "application/json";
    private static final String GRAPHQL = "application/graphql-response+json";

    @Inject
    private transient GraphQlApi api;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals("POST")) {
            response.setHeader("Allow", "POST");
            throw new NotAllowedException("POST");
        }
        AllowedGuard.check(Callers.current(), Permission.SIGNED_IN);
        if (!isJson(request.getContentType())) {
            throw new NotSupportedException();
        }
        Map<String, Object> answer =
                api.execute(read(request), Requests.language(request), request.getRequestURI(), Requests.id(request));
        String accepted = request.getHeader("Accept");
        boolean modern = accepted != null && accepted.contains(GRAPHQL);
        byte[] body = ApiJson.mapper().writeValueAsBytes(answer);
        response.setStatus(modern && !answer.containsKey("data") ? 400 : 200);
        response.setContentType(modern ? GRAPHQL : JSON);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static GraphQlRequest read(HttpServletRequest request) throws IOException {
        try {
            GraphQlRequest read = ApiJson.mapper().readValue(request.getInputStream(), GraphQlRequest.class);
            if (read == null) {
                throw new BusinessException(ProblemType.MALFORMED, Text.of("api.malformed"));
            }
            return read;
        } catch (JsonProcessingException e) {
            throw JsonRefusals.of(e);
        }
    }

    private static boolean isJson(@org.jspecify.annotations.Nullable String type) {
        return type != null
                && type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(JSON);
    }
}
