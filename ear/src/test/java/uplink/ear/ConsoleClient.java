package uplink.ear;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The console without a browser: what its pages answer, and forms that are sent as somebody wants them to be. */
final class ConsoleClient {

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]*value=\"([^\"]*)\"");

    private final LiveUplink uplink;
    private final @Nullable String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    ConsoleClient(LiveUplink uplink, @Nullable String address) {
        this.uplink = uplink;
        this.address = address;
    }

    /** Both steps; the code is worked out by the demo's authenticator, whose user is in the database of {@code first}. */
    ConsoleClient signIn(LiveUplink first, String email) {
        submit("/sign-in", Map.of("signIn:email", email, "signIn:password", LiveUplink.DEMO_PASSWORD));
        HttpResponse<String> done = submit("/sign-in-code", Map.of("signIn:code", DemoStaff.freshCode(first, email)));
        if (done.statusCode() != 302 || location(done).contains("sign-in")) {
            throw new AssertionError("not signed in: " + done.statusCode() + " " + location(done));
        }
        return this;
    }

    /** Opens the page and sends its form {@code signIn} with these values. */
    private HttpResponse<String> submit(String view, Map<String, String> values) {
        String state = viewState(get(view));
        return post(view, values, state, Map.of("signIn", "signIn", "signIn:go", "signIn:go"));
    }

    HttpResponse<String> get(String view, String... headers) {
        return send(request(view, headers).GET());
    }

    HttpResponse<String> post(
            String view,
            Map<String, String> values,
            @Nullable String viewState,
            Map<String, String> more,
            String... headers) {
        Map<String, String> all = new java.util.LinkedHashMap<>(values);
        all.putAll(more);
        if (viewState != null) {
            all.put("jakarta.faces.ViewState", viewState);
        }
        String form = all.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(view, headers)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    static String viewState(HttpResponse<String> page) {
        Matcher found = VIEW_STATE.matcher(page.body());
        if (!found.find()) {
            throw new AssertionError("no view state in " + page.uri() + ", " + page.statusCode());
        }
        return found.group(1);
    }

    /** The state of that page, or another text where it has none. */
    static String viewStateOr(HttpResponse<String> page, String other) {
        Matcher found = VIEW_STATE.matcher(page.body());
        return found.find() ? found.group(1) : other;
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private HttpRequest.Builder request(String view, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(uplink.url() + "/admin" + view));
        if (address != null) {
            request.header("X-Forwarded-For", address);
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
