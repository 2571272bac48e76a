package uplink.api.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;
import uplink.shared.edge.Allowance;
import uplink.shared.edge.Limits;

/**
 * A refusal before it is put into somebody's language: RFC 9457 with {@code requestId}, {@code errors} and whatever
 * members the problem type adds.
 */
public record Problem(
        ProblemType type, int status, Text detail, List<FieldMistake> errors, Map<String, Object> extensions) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** One entry of {@code errors}. */
    record FieldMistake(String field, Text message) {}

    public static Problem of(BusinessException refusal) {
        List<FieldMistake> errors = refusal.errors().stream()
                .map(e -> new FieldMistake(e.field(), e.message()))
                .toList();
        return new Problem(refusal.type(), refusal.type().status(), refusal.detail(), errors, refusal.extensions());
    }

    public static Problem of(ProblemType type, Text detail) {
        return new Problem(type, type.status(), detail, List.of(), Map.of());
    }

    Problem withStatus(int other) {
        return new Problem(type, other, detail, errors, extensions);
    }

    /** Headers that go with it: how to sign in, when to come back. */
    Map<String, String> headers() {
        return switch (status) {
            case 401 -> Map.of("WWW-Authenticate", "Bearer");
            case 429 -> later();
            case 503 -> Map.of("Retry-After", "10");
            default -> Map.of();
        };
    }

    private Map<String, String> later() {
        Map<String, String> headers = new LinkedHashMap<>();
        Object seconds = extensions.getOrDefault(Limits.RETRY_AFTER, 1L);
        if (extensions.get(Limits.LIMIT) instanceof Long limit && seconds instanceof Long reset) {
            headers.putAll(new Allowance(limit, 0, reset).headers());
        }
        headers.put("Retry-After", seconds.toString());
        return headers;
    }

    /** The JSON object. The members of RFC 9457 win over extensions of the same name. */
    public Map<String, Object> body(Locale locale, String path, String requestId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "/problems/" + type.slug());
        body.put("title", type.title().in(locale));
        body.put("status", status);
        body.put("detail", detail.in(locale));
        body.put("instance", path);
        body.put("requestId", requestId);
        if (!errors.isEmpty()) {
            body.put(
                    "errors",
                    errors.stream()
                            .map(e -> Map.of(
                                    "field", e.field(), "message", e.message().in(locale)))
                            .toList());
        }
        extensions.forEach(body::putIfAbsent);
        return body;
    }
}
