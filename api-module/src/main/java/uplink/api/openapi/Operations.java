package uplink.api.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.api.http.AnswerNotKept;
import uplink.api.http.Idempotent;

/** The operations of one resource. */
final class Operations {

    private static final String BASE = "/api/v1/";

    private final Class<?> resource;
    private final Schemas schemas;

    Operations(Class<?> resource, Schemas schemas) {
        this.resource = resource;
        this.schemas = schemas;
    }

    void addTo(ObjectNode paths) {
        Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> verb(method).isPresent())
                .sorted(Comparator.comparing(Operations::path)
                        .thenComparing(Operations::isAnotherForm)
                        .thenComparing(Method::getName))
                .forEach(method -> add(paths, method));
    }

    private void add(ObjectNode paths, Method method) {
        String verb = verb(method).orElseThrow();
        String path = (BASE + strip(resource.getAnnotation(Path.class).value()) + "/" + strip(path(method)))
                .replaceAll("/+", "/")
                .replaceAll("/$", "")
                .replaceAll("\\{\\s*([A-Za-z]+)\\s*:[^}]*}", "{$1}");
        if (isAnotherForm(method)) {
            Bodies.addForm((ObjectNode) paths.path(path).path(verb), method);
            return;
        }
        ObjectNode operation = paths.withObjectProperty(path).putObject(verb);
        describe(operation, method);
        boolean open = "anyone".equals(permission(method));
        boolean unsafe = !verb.equals("get") && !verb.equals("head");
        Parameters.add(operation, method, schemas);
        if (unsafe && !open && !method.isAnnotationPresent(AnswerNotKept.class)) {
            idempotencyKey(operation, method);
        }
        boolean hasBody = Bodies.addRequest(operation, method, consumes(method), schemas);
        Bodies.addResponses(operation, method, unsafe, schemas);
        refusals(operation, open, unsafe, hasBody, path.contains("{"));
        if (open) {
            operation.putArray("security");
        } else {
            operation.putArray("security").addObject().putArray("bearer");
        }
    }

    private void describe(ObjectNode operation, Method method) {
        for (Tag tag : resource.getAnnotationsByType(Tag.class)) {
            operation.withArray("tags").add(tag.name());
        }
        Operation said = method.getAnnotation(Operation.class);
        String id = said == null ? "" : said.operationId();
        operation.put("operationId", id.isEmpty() ? resource.getSimpleName() + "_" + method.getName() : id);
        if (said != null && !said.summary().isEmpty()) {
            operation.put("summary", said.summary());
        }
        String more = said == null || said.description().isEmpty() ? "" : said.description() + " ";
        operation.put("description", more + "Permission: " + permission(method) + ".");
        operation.put("x-permission", permission(method));
    }

    private static void idempotencyKey(ObjectNode operation, Method method) {
        boolean required = method.isAnnotationPresent(Idempotent.class)
                || method.getDeclaringClass().isAnnotationPresent(Idempotent.class);
        if (required) {
            operation
                    .withArray("parameters")
                    .addObject()
                    .put("name", "Idempotency-Key")
                    .put("in", "header")
                    .put("required", true)
                    .put("description", "Required, because this moves money.")
                    .putObject("schema")
                    .put("type", "string")
                    .put("minLength", 1)
                    .put("maxLength", 255);
        } else {
            operation.withArray("parameters").addObject().put("$ref", "#/components/parameters/IdempotencyKey");
        }
    }

    private static void refusals(ObjectNode operation, boolean open, boolean unsafe, boolean hasBody, boolean hasId) {
        ObjectNode responses = operation.withObjectProperty("responses");
        refuse(responses, "400", "406", "429", "500", "503");
        if (!open || unsafe) {
            refuse(responses, "401"); // credentials and codes are refused with it, too
        }
        if (!open) {
            refuse(responses, "403");
        }
        if (hasId) {
            refuse(responses, "404");
        }
        if (unsafe) {
            refuse(responses, "409", "422");
        }
        if (hasBody) {
            refuse(responses, "413", "415");
        }
    }

    private static void refuse(ObjectNode responses, String... statuses) {
        for (String status : statuses) {
            if (!responses.has(status)) {
                responses.putObject(status).put("$ref", "#/components/responses/Problem" + status);
            }
        }
    }

    private String[] consumes(Method method) {
        Consumes said = method.getAnnotation(Consumes.class);
        Consumes general = resource.getAnnotation(Consumes.class);
        if (said == null && general == null) {
            return new String[] {MediaType.APPLICATION_JSON};
        }
        return said == null ? general.value() : said.value();
    }

    private static String permission(Method method) {
        return Arrays.stream(method.getAnnotationsByType(Extension.class))
                .filter(e -> e.name().equals("x-permission"))
                .map(Extension::value)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no x-permission on " + method));
    }

    /** A hidden operation takes the same as the one beside it, in another media type. */
    private static boolean isAnotherForm(Method method) {
        Operation said = method.getAnnotation(Operation.class);
        return said != null && said.hidden();
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value().toLowerCase(Locale.ROOT))
                .findFirst();
    }

    private static String path(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    private static String strip(String path) {
        return path.replaceAll("^/+|/+$", "");
    }
}
