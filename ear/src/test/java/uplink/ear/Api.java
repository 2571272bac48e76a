package uplink.ear;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A client of one node's API.
 *
 * @param device what it calls itself
 * @param address where it says it comes from: believed by a node that trusts this machine as a proxy
 */
public record Api(LiveUplink node, String device, @Nullable String address) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public Api(LiveUplink node) {
        this(node, "test", null);
    }

    public Api as(String otherDevice) {
        return new Api(node, otherDevice, address);
    }

    public Api from(String otherAddress) {
        return new Api(node, device, otherAddress);
    }

    public HttpResponse<String> get(String path, @Nullable String token) {
        return send("GET", path, null, token);
    }

    public HttpResponse<String> post(String path, @Nullable Object body, @Nullable String token, String... headers) {
        return send("POST", path, body, token, headers);
    }

    /** @param headers names and values in turn */
    public HttpResponse<String> send(
            String method, String path, @Nullable Object body, @Nullable String token, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.url() + "/api/v1/" + path))
                    .timeout(Duration.ofSeconds(60))
                    .header("Content-Type", "application/json")
                    .header("User-Agent", device)
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(
                                            body instanceof String text ? text : JSON.writeValueAsString(body)));
            if (token != null) {
                request.header("Authorization", "Bearer " + token);
            }
            if (address != null) {
                request.header("X-Forwarded-For", address);
            }
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            HttpRequest sent = request.build();
            HttpResponse<String> answer = HTTP.send(sent, HttpResponse.BodyHandlers.ofString());
            node.contract().check(sent, answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A file, as a form sends it. */
    public HttpResponse<String> upload(String path, String name, String content, String token) {
        String form = "--boundary\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + name.replace("\"", "%22") + "\"\r\nContent-Type: text/csv\r\n\r\n" + content
                + "\r\n--boundary--\r\n";
        return Raw.send(
                node,
                "POST",
                "/api/v1/" + path,
                form,
                "Content-Type",
                "multipart/form-data; boundary=boundary",
                "Authorization",
                "Bearer " + token);
    }

    public HttpResponse<String> login(String email, String password) {
        return post("auth/login", Map.of("email", email, "password", password), null);
    }

    public HttpResponse<String> refresh(String token) {
        return post("auth/refresh", Map.of("refreshToken", token), null);
    }

    public static JsonNode json(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A member of the answer, {@code accessToken} for example. */
    public static String field(HttpResponse<String> answer, String name) {
        JsonNode found = json(answer).path(name);
        if (found.isMissingNode()) {
            throw new AssertionError(name + " is not in " + answer.body());
        }
        return found.asText();
    }
}
