package uplink.api.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import uplink.api.json.ApiJson;
import uplink.api.problem.Problem;

/** What all operations share: the problem, the gateway's refusals, the key of a repetition, the bearer token. */
final class CommonParts {

    static final Map<String, String> PROBLEMS = new TreeMap<>(Map.of(
            "400", "Malformed, or a field is wrong: malformed, validation, idempotency-key-required.",
            "401", "No token, or a bad or expired one: unauthenticated.",
            "403", "No permission: forbidden.",
            "404", "Not there, or somebody else's: not-found.",
            "406", "The answer is not available in the form asked for: not-acceptable.",
            "409", "Conflict of state, or the same request is still running: conflict, idempotency-in-progress.",
            "413", "The body is too large: too-large.",
            "415", "This address does not take bodies of this type: unsupported-media-type."));

    static {
        PROBLEMS.put("422", "Refused: invalid-state, idempotency-key-reused and what the operation says.");
        PROBLEMS.put("429", "Too many requests; Retry-After says how many seconds to wait: too-many-requests.");
        PROBLEMS.put("500", "Unexpected error, with an incident id: internal.");
        PROBLEMS.put("503", "A needed part is down: unavailable.");
    }

    private CommonParts() {}

    static void addTo(ObjectNode components) {
        problem(((ObjectNode) components.get("schemas")).putObject("Problem"));
        ObjectNode responses = components.putObject("responses");
        PROBLEMS.forEach((status, description) -> {
            ObjectNode response = responses.putObject("Problem" + status).put("description", description);
            response.set("content", content());
        });
        limited((ObjectNode) responses.get("Problem429"));
        components
                .putObject("parameters")
                .putObject("IdempotencyKey")
                .put("name", "Idempotency-Key")
                .put("in", "header")
                .put("description", "The same key and body again get the first answer again, byte for byte.")
                .putObject("schema")
                .put("type", "string")
                .put("minLength", 1)
                .put("maxLength", 255);
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT")
                .put(
                        "description",
                        "The access token of POST /api/v1/auth/login, good for ten minutes, or a service account's key.");
    }

    private static void limited(ObjectNode response) {
        ObjectNode headers = response.putObject("headers");
        number(headers, "Retry-After", "Seconds to wait.");
        number(headers, "RateLimit-Limit", "How many are allowed at once when nothing was used.");
        number(headers, "RateLimit-Remaining", "How many are left; 0 here. Every answer that was counted has it.");
        number(headers, "RateLimit-Reset", "Seconds until nothing counts any more; here, until the next one passes.");
    }

    private static void number(ObjectNode headers, String name, String description) {
        headers.putObject(name)
                .put("description", description)
                .putObject("schema")
                .put("type", "integer")
                .put("minimum", 0);
    }

    static ObjectNode content() {
        ObjectNode content = ApiJson.mapper().createObjectNode();
        content.putObject(Problem.MEDIA_TYPE).putObject("schema").put("$ref", "#/components/schemas/Problem");
        return content;
    }

    private static void problem(ObjectNode schema) {
        schema.put("type", "object")
                .put(
                        "description",
                        "A refusal or an error (RFC 9457), in the reader's language. Some types carry more members.")
                .put("additionalProperties", true);
        ObjectNode properties = schema.putObject("properties");
        text(properties, "type", "Stable: /problems/ and a slug.", "/problems/validation");
        text(properties, "title", "What kind of problem, for people.", "Some fields are wrong");
        properties
                .putObject("status")
                .put("type", "integer")
                .put("description", "As in the status line.")
                .put("example", 400);
        text(properties, "detail", "What is wrong this time, for people.", "Please correct the marked fields.");
        text(properties, "instance", "The path that was asked for.", "/api/v1/auth/login");
        text(properties, "requestId", "As in X-Request-Id.", "01930d5e-7a00-7000-8000-5f1e0b9c2d11");
        ObjectNode errors =
                properties.putObject("errors").put("type", "array").put("description", "Which field, and why.");
        ObjectNode error = errors.putObject("items").put("type", "object");
        text(error.putObject("properties"), "field", "Path of the field.", "timeline[2].date");
        text((ObjectNode) error.get("properties"), "message", "For people.", "Required.");
        error.putArray("required").add("field").add("message");
        schema.putArray("required")
                .add("type")
                .add("title")
                .add("status")
                .add("detail")
                .add("instance")
                .add("requestId");
    }

    private static void text(ObjectNode properties, String name, String description, String example) {
        properties
                .putObject(name)
                .put("type", "string")
                .put("description", description)
                .put("example", example);
    }
}
