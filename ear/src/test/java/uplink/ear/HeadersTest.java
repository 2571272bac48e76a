package uplink.ear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is told with every answer, whichever part of the application gives it, errors included. */
class HeadersTest {

    private static final List<String> ALWAYS = List.of(
            "Strict-Transport-Security",
            "X-Content-Type-Options",
            "X-Frame-Options",
            "Referrer-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy",
            "Permissions-Policy");

    private final LiveUplink uplink = LiveUplink.shared();
    private final HttpClient http = HttpClient.newHttpClient();

    @ParameterizedTest
    @CsvSource({
        "GET, /, 200",
        "GET, /nowhere, 404",
        "GET, /nowhere.xhtml, 404",
        "GET, /faces/index.html, 404",
        "GET, /api/nowhere.xhtml, 404",
        "GET, /api/faces/nowhere, 404",
        "GET, /api/problem, 404",
        "PUT, /, 405",
        "GET, /openapi, 200",
        "GET, /openapi/nowhere, 404",
        "POST, /openapi, 405",
        "GET, /health, 404",
        "GET, /health/ready, 404",
        "GET, /metrics, 404",
        "GET, /WEB-INF/web.xml, 404",
        "GET, /api/, 404",
        "GET, /api/nowhere, 404",
        "GET, /api/docs/, 200",
        "GET, /api/docs/swagger-ui.css, 200",
        "GET, /api/docs/schema.graphqls, 200",
        "GET, /api/docs/nowhere.js, 404",
        "GET, /api/v1/auth/jwks, 200",
        "GET, /api/v1/nowhere, 404",
        "GET, /api/v1/me, 401",
        "POST, /api/v1/auth/login, 400",
        "PUT, /api/v1/auth/jwks, 405",
        "GET, /api/graphql, 405",
        "POST, /api/graphql, 401",
        "GET, /api/WEB-INF/web.xml, 404",
        "GET, /admin/, 302",
        "GET, /admin/sign-in, 200",
        "GET, /admin/nowhere, 302",
        "GET, /admin/jakarta.faces.resource/console.css.xhtml?ln=uplink, 200",
        "GET, /admin/jakarta.faces.resource/nowhere.css.xhtml, 404",
    })
    void everyAnswerHasThem(String method, String path, int status) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uplink.url() + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{}"));
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(status, answer.statusCode(), answer.body());
        for (String name : ALWAYS) {
            assertEquals(1, answer.headers().allValues(name).size(), name + " of " + path);
        }
        if (!path.contains("/jakarta.faces.resource/")) {
            assertEquals(1, answer.headers().allValues("Cache-Control").size(), path);
        }
        List<String> policies = answer.headers().allValues("Content-Security-Policy");
        assertEquals(1, policies.size(), path + policies);
        assertTrue(policies.get(0).startsWith("default-src 'none'"), policies.get(0));
        assertTrue(policies.get(0).contains("frame-ancestors 'none'"), policies.get(0));
        assertFalse(
                policies.get(0).replace("style-src-attr 'unsafe-inline'", "").contains("unsafe"), policies.get(0));
        for (String name : List.of("Server", "X-Powered-By")) {
            assertTrue(answer.headers().firstValue(name).isEmpty(), name + " of " + path);
        }
    }

    /**
     * What the server itself refuses, before any application is asked, has no headers of ours; it must not have anything
     * to show either.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRACE / HTTP/1.1\r\nHost: x\r\nX-Secret: hunter2\r\n",
                "GET /%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\n",
                "GET /api/v1/%00 HTTP/1.1\r\nHost: x\r\n",
                "GET / HTTP/1.1\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nExpect: hunter2\r\n",
                "nonsense\r\n",
                "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Length: hunter2\r\n",
            })
    void whatTheServerRefusesByItselfShowsNothing(String head) throws Exception {
        String answer = raw(head);
        assertTrue(answer.isEmpty() || answer.matches("(?s)HTTP/1.1 4\\d\\d .*"), answer);
        assertFalse(answer.contains("hunter2"), answer);
        String body = answer.contains("\r\n\r\n") ? answer.substring(answer.indexOf("\r\n\r\n") + 4) : "";
        assertTrue(body.isBlank(), answer);
        String lower = answer.toLowerCase(Locale.ROOT);
        assertFalse(lower.contains("payara") || lower.contains("grizzly"), answer);
    }

    @org.junit.jupiter.api.Test
    void headersBeyondMeasureAreRefused() throws Exception {
        String answer = raw("GET / HTTP/1.1\r\nHost: x\r\nX-Long: " + "x".repeat(100_000) + "\r\n");
        assertTrue(answer.isEmpty() || answer.startsWith("HTTP/1.1 4"), answer);
    }

    private String raw(String head) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", uplink.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            InputStream in = socket.getInputStream();
            return new String(in.readNBytes(8192), StandardCharsets.US_ASCII);
        } catch (java.net.SocketException refused) {
            return "";
        }
    }
}
