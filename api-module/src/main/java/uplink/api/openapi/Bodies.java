package uplink.api.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import uplink.api.http.Versioned;

/** What goes in and what comes out. */
final class Bodies {

    private Bodies() {}

    /** Whether the operation takes a body. */
    static boolean addRequest(ObjectNode operation, Method method, String[] types, Schemas schemas) {
        Optional<java.lang.reflect.Parameter> body =
                Arrays.stream(method.getParameters()).filter(Parameters::isBody).findFirst();
        body.ifPresent(parameter -> {
            ObjectNode request = operation.putObject("requestBody").put("required", true);
            ObjectNode content = request.putObject("content");
            for (String type : types) {
                content.putObject(type).set("schema", schemas.of(parameter.getParameterizedType()));
            }
        });
        return body.isPresent();
    }

    /** The fields of a form as a further media type of the operation's body. */
    static void addForm(ObjectNode operation, Method method) {
        ObjectNode schema = operation
                .withObjectProperty("requestBody")
                .withObjectProperty("content")
                .putObject(MediaType.MULTIPART_FORM_DATA)
                .putObject("schema")
                .put("type", "object");
        for (java.lang.reflect.Parameter parameter : method.getParameters()) {
            FormParam field = parameter.getAnnotation(FormParam.class);
            if (field != null) {
                boolean file = field.value().equals("file");
                ObjectNode property = schema.withObjectProperty("properties").putObject(field.value());
                property.put("type", "string");
                if (file) {
                    property.put("format", "binary");
                    schema.putArray("required").add(field.value());
                }
            }
        }
    }

    /** What the method says of its answers; refusals that its class declares hold for every change. */
    static void addResponses(ObjectNode operation, Method method, boolean unsafe, Schemas schemas) {
        ObjectNode responses = operation.putObject("responses");
        for (APIResponse said : method.getAnnotationsByType(APIResponse.class)) {
            ObjectNode response = responses.withObjectProperty(said.responseCode());
            String before = response.path("description").asText();
            response.put("description", (before + " " + said.description()).strip());
            if (said.responseCode().startsWith("2")) {
                success(response, said, method, schemas);
            } else if (said.responseCode().charAt(0) >= '4') {
                response.set("content", CommonParts.content());
            }
        }
        if (unsafe) {
            for (APIResponse said : method.getDeclaringClass().getAnnotationsByType(APIResponse.class)) {
                if (!responses.has(said.responseCode())) {
                    responses
                            .putObject(said.responseCode())
                            .put("description", said.description())
                            .set("content", CommonParts.content());
                }
            }
        }
        if (!hasSuccess(responses)) {
            String status = method.getReturnType() == void.class ? "204" : "200";
            content(
                    responses.putObject(status).put("description", "Done."),
                    method.getGenericReturnType(),
                    method,
                    schemas);
        }
    }

    private static void success(ObjectNode response, APIResponse said, Method method, Schemas schemas) {
        for (Content content : said.content()) {
            Class<?> type = content.schema().implementation();
            ObjectNode schema = type == Void.class ? Scalars.of(Object.class) : schemas.of(type);
            if (type == Void.class) {
                schema.put("type", "object");
            }
            response.withObjectProperty("content")
                    .putObject(content.mediaType().isEmpty() ? produces(method) : content.mediaType())
                    .set("schema", schema);
        }
        if (said.content().length == 0 && !said.responseCode().equals("204")) {
            content(response, method.getGenericReturnType(), method, schemas);
        }
    }

    private static void content(ObjectNode response, Type said, Method method, Schemas schemas) {
        Type type = withoutVersion(said);
        if (type != void.class && type != Response.class) {
            response.putObject("content").putObject(produces(method)).set("schema", schemas.of(type));
        }
    }

    private static Type withoutVersion(Type said) {
        return said instanceof ParameterizedType generic && generic.getRawType() == Versioned.class
                ? generic.getActualTypeArguments()[0]
                : said;
    }

    private static boolean hasSuccess(ObjectNode responses) {
        boolean[] found = {false};
        responses.fieldNames().forEachRemaining(status -> found[0] |= status.startsWith("2"));
        return found[0];
    }

    private static String produces(Method method) {
        Produces said = method.getAnnotation(Produces.class);
        Produces general = method.getDeclaringClass().getAnnotation(Produces.class);
        if (said == null && general == null) {
            return MediaType.APPLICATION_JSON;
        }
        return said == null ? general.value()[0] : said.value()[0];
    }
}
