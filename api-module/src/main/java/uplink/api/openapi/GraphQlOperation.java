package uplink.api.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import uplink.api.json.ApiJson;

/** The one operation beside the resources: what may be asked there is in a schema of its own. */
final class GraphQlOperation {

    private static final List<String> REFUSALS = List.of("400", "401", "403", "413", "415", "429", "500", "503");

    private GraphQlOperation() {}

    static void addTo(ObjectNode paths) {
        ObjectNode operation = paths.putObject("/api/graphql").putObject("post");
        operation.putArray("tags").add("GraphQL");
        operation
                .put("operationId", "askGraphQl")
                .put("summary", "Several questions of a signed-in customer in one round trip")
                .put(
                        "description",
                        "The schema, with what each field costs, is at /api/docs/schema.graphqls; introspection is off. "
                                + "A refused part is null, and its error has the members of a problem in extensions. "
                                + "Permission: signed-in, and that of each field.")
                .put("x-permission", "signed-in");
        ObjectNode body = operation.putObject("requestBody").put("required", true);
        request(json(body));
        ObjectNode responses = operation.putObject("responses");
        ObjectNode answer = responses.putObject("200").put("description", "What was asked for, and what was refused.");
        answer(json(answer));
        REFUSALS.forEach(status -> responses.putObject(status).put("$ref", "#/components/responses/Problem" + status));
        operation.putArray("security").addObject().putArray("bearer");
    }

    private static ObjectNode json(ObjectNode of) {
        return of.putObject("content").putObject("application/json").putObject("schema");
    }

    private static void request(ObjectNode schema) {
        schema.put("type", "object").put("additionalProperties", false);
        schema.putArray("required").add("query");
        ObjectNode properties = schema.putObject("properties");
        properties
                .putObject("query")
                .put("type", "string")
                .put("maxLength", 20_000)
                .put("example", "{ balance { due } }");
        properties.putObject("operationName").put("type", "string").put("nullable", true);
        any(properties.putObject("variables")).put("nullable", true);
        any(properties.putObject("extensions")).put("nullable", true);
    }

    private static void answer(ObjectNode schema) {
        schema.put("type", "object").put("additionalProperties", false);
        ObjectNode properties = schema.putObject("properties");
        any(properties.putObject("data")).put("nullable", true);
        ObjectNode errors = properties.putObject("errors").put("type", "array");
        ObjectNode error = errors.putObject("items").put("type", "object");
        error.putArray("required").add("message").add("extensions");
        ObjectNode members = error.putObject("properties");
        members.putObject("message").put("type", "string").put("description", "For people.");
        members.putObject("path")
                .put("type", "array")
                .set("items", ApiJson.mapper().createObjectNode());
        members.putObject("locations").put("type", "array").putObject("items").put("type", "object");
        any(members.putObject("extensions")).put("description", "type, status, requestId, as in a problem.");
    }

    private static ObjectNode any(ObjectNode schema) {
        return schema.put("type", "object").put("additionalProperties", true);
    }
}
