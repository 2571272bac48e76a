package uplink.api.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import uplink.api.http.Requests;
import uplink.api.json.ApiJson;

/** Problems from filters and error pages, where JAX-RS is not in charge. */
public final class Problems {

    private Problems() {}

    public static void write(HttpServletRequest request, HttpServletResponse response, Problem problem)
            throws IOException {
        byte[] body = ApiJson.mapper()
                .writeValueAsBytes(
                        problem.body(Requests.language(request), Requests.originalPath(request), Requests.id(request)));
        problem.headers().forEach((name, value) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value);
            }
        });
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }
}
