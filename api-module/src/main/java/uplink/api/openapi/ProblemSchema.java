package uplink.api.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import uplink.api.problem.Problem;

/** RFC 9457 in OpenAPI's words. */
final class ProblemSchema {

    private ProblemSchema() {}

    static Schema create() {
        return object("A refusal or an error (RFC 9457).", List.of("type", "title", "status", "requestId"))
                .addProperty("type", text("Stable: /problems/<slug>.").example("/problems/validation"))
                .addProperty("title", text("What kind of problem, for people."))
                .addProperty("status", number())
                .addProperty("detail", text("What is wrong this time, for people."))
                .addProperty("instance", text("The path that was asked for."))
                .addProperty("requestId", text("As in X-Request-Id."))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .type(Schema.SchemaType.ARRAY)
                                .description("What is wrong with which field.")
                                .items(object("One field.", List.of("field", "message"))
                                        .addProperty("field", text("Path of the field."))
                                        .addProperty("message", text("For people."))));
    }

    static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
    }

    static APIResponse response(String description) {
        return OASFactory.createAPIResponse().description(description).content(content());
    }

    static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .description("The same key and body again get the first answer again.")
                .schema(text("Visible characters.").minLength(1).maxLength(255));
    }

    private static Schema object(String description, List<String> required) {
        return OASFactory.createSchema()
                .type(Schema.SchemaType.OBJECT)
                .description(description)
                .required(required);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().type(Schema.SchemaType.STRING).description(description);
    }

    private static Schema number() {
        return OASFactory.createSchema().type(Schema.SchemaType.INTEGER).description("The HTTP status.");
    }
}
