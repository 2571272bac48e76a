package uplink.api.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Parameters of path, query and header, from the method, the fields of its resource and those of beans it takes. */
final class Parameters {

    private static final Map<String, String> WELL_KNOWN = Map.of(
            "limit", "At most so many items, 1 to 100; 20 when left out.",
            "cursor", "nextCursor of the page before.",
            "If-Match",
                    "The entity tag that the change is meant for; refused with 409, stale, when it is another by now.",
            "id", "Its id.");

    private Parameters() {}

    static void add(ObjectNode operation, Method method, Schemas schemas) {
        ofFields(operation, method.getDeclaringClass(), schemas);
        for (java.lang.reflect.Parameter parameter : method.getParameters()) {
            add(operation, parameter, parameter.getParameterizedType(), schemas);
        }
    }

    private static void ofFields(ObjectNode operation, Class<?> type, Schemas schemas) {
        for (Field field : type.getDeclaredFields()) {
            add(operation, field, field.getGenericType(), schemas);
        }
    }

    static boolean isBody(java.lang.reflect.Parameter parameter) {
        for (var annotation : parameter.getAnnotations()) {
            if (annotation.annotationType().getPackageName().startsWith("jakarta.ws.rs")) {
                return false;
            }
        }
        return true;
    }

    private static void add(ObjectNode operation, AnnotatedElement element, Type type, Schemas schemas) {
        if (element.isAnnotationPresent(PathParam.class)) {
            add(operation, "path", element.getAnnotation(PathParam.class).value(), element, schemas.of(type));
        } else if (element.isAnnotationPresent(QueryParam.class)) {
            add(operation, "query", element.getAnnotation(QueryParam.class).value(), element, schemas.of(type));
        } else if (element.isAnnotationPresent(HeaderParam.class)) {
            add(operation, "header", element.getAnnotation(HeaderParam.class).value(), element, schemas.of(type));
        } else if (element.isAnnotationPresent(BeanParam.class)) {
            ofFields(operation, (Class<?>) type, schemas);
        }
    }

    private static void add(
            ObjectNode operation, String place, String name, AnnotatedElement element, ObjectNode schema) {
        Parameter said = element.getAnnotation(Parameter.class);
        if ((said != null && said.hidden()) || name.equals("Idempotency-Key") || name.equals("Accept-Language")) {
            return;
        }
        ObjectNode parameter = operation.withArray("parameters").addObject();
        parameter.put("name", name).put("in", place);
        if (place.equals("path") || (said != null && said.required())) {
            parameter.put("required", true);
        }
        String description =
                said == null || said.description().isEmpty() ? WELL_KNOWN.getOrDefault(name, "") : said.description();
        if (!description.isEmpty()) {
            parameter.put("description", description);
        }
        DefaultValue otherwise = element.getAnnotation(DefaultValue.class);
        if (otherwise != null && schema.path("type").asText().equals("string")) {
            schema.put("default", otherwise.value());
        }
        parameter.set("schema", schema);
    }
}
