package uplink.api.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uplink.api.json.ApiJson;
import uplink.shared.Coded;

/** Java types as JSON schemas, the way {@link ApiJson} writes them. Records become components. */
final class Schemas {

    private final ObjectNode components;
    private final Map<Type, String> names = new HashMap<>();

    Schemas(ObjectNode components) {
        this.components = components;
    }

    ObjectNode of(Type type) {
        return of(type, Map.of());
    }

    private ObjectNode of(Type type, Map<TypeVariable<?>, Type> bound) {
        if (type instanceof TypeVariable<?> variable) {
            return of(bound.getOrDefault(variable, Object.class), Map.of());
        } else if (type instanceof WildcardType wildcard) {
            return of(wildcard.getUpperBounds()[0], bound);
        } else if (type instanceof ParameterizedType generic) {
            return parameterized(generic, bound);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            return reference(plain, plain, Map.of());
        }
        return plain.isEnum() ? words(plain) : Scalars.of(plain);
    }

    private ObjectNode parameterized(ParameterizedType generic, Map<TypeVariable<?>, Type> bound) {
        Class<?> raw = (Class<?>) generic.getRawType();
        Type[] arguments = generic.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            ObjectNode list = node().put("type", "array");
            list.set("items", of(arguments[0], bound));
            return list;
        } else if (Map.class.isAssignableFrom(raw)) {
            ObjectNode map = node().put("type", "object");
            map.set("additionalProperties", of(arguments[1], bound));
            return map;
        }
        Map<TypeVariable<?>, Type> inner = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            Type argument =
                    arguments[i] instanceof TypeVariable<?> v ? bound.getOrDefault(v, Object.class) : arguments[i];
            inner.put(raw.getTypeParameters()[i], argument);
        }
        return raw.isRecord() ? reference(generic, raw, inner) : Scalars.of(raw);
    }

    private ObjectNode reference(Type key, Class<?> record, Map<TypeVariable<?>, Type> bound) {
        String name = names.get(key);
        if (name == null) {
            name = freeName(record, bound);
            names.put(key, name);
            ObjectNode schema = components.putObject(name);
            fill(schema, record, bound);
        }
        return node().put("$ref", "#/components/schemas/" + name);
    }

    private String freeName(Class<?> record, Map<TypeVariable<?>, Type> bound) {
        Schema said = record.getAnnotation(Schema.class);
        StringBuilder simple =
                new StringBuilder(said == null || said.name().isEmpty() ? record.getSimpleName() : said.name());
        bound.values().forEach(argument -> simple.append("Of").append(simpleName(argument)));
        if (!components.has(simple.toString())) {
            return simple.toString();
        }
        Class<?> around = record.getEnclosingClass();
        String[] parts = record.getPackageName().split("\\.", -1);
        String prefix = around == null ? parts[Math.max(0, parts.length - 2)] : around.getSimpleName();
        return prefix.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + prefix.substring(1) + simple;
    }

    private static String simpleName(Type type) {
        return type instanceof Class<?> plain ? plain.getSimpleName() : "Value";
    }

    private void fill(ObjectNode schema, Class<?> record, Map<TypeVariable<?>, Type> bound) {
        schema.put("type", "object");
        Schema said = record.getAnnotation(Schema.class);
        if (said != null && !said.description().isEmpty()) {
            schema.put("description", said.description());
        }
        schema.put("additionalProperties", record.getRecordComponents().length == 0);
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = node().arrayNode();
        for (RecordComponent component : record.getRecordComponents()) {
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            properties.set(component.getName(), property(component, bound, nullable));
            if (!nullable && !isLeftOutWhenEmpty(component)) {
                required.add(component.getName());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
    }

    private static boolean isLeftOutWhenEmpty(RecordComponent component) {
        return component.getAccessor().isAnnotationPresent(com.fasterxml.jackson.annotation.JsonInclude.class);
    }

    private ObjectNode property(RecordComponent component, Map<TypeVariable<?>, Type> bound, boolean nullable) {
        ObjectNode schema = of(component.getGenericType(), bound);
        if (schema.has("$ref")) {
            return nullable ? orNull(schema) : schema;
        }
        if (nullable) {
            schema.put("nullable", true);
        }
        Schema said = component.getAccessor().getAnnotation(Schema.class);
        if (said != null) {
            Scalars.refine(schema, said);
        }
        return schema;
    }

    /**
     * OpenAPI 3.0 has no null of its own: nothing may stand beside a reference, and a type is needed for nullable. A null
     * in a list of words would say it too, but the server cannot read it.
     */
    private static ObjectNode orNull(ObjectNode reference) {
        ObjectNode either = node();
        ArrayNode choices = either.putArray("oneOf").add(reference);
        choices.addObject()
                .put("description", "Absent.")
                .put("type", "string")
                .put("nullable", true)
                .put("maxLength", 0);
        return either;
    }

    private static ObjectNode words(Class<?> type) {
        ObjectNode schema = node().put("type", "string");
        ArrayNode words = schema.putArray("enum");
        Arrays.stream(type.getEnumConstants()).map(Schemas::word).forEach(words::add);
        return schema;
    }

    /** As it is written: by Jackson, because an enum may have a rule of its own. */
    private static String word(Object constant) {
        return constant instanceof Coded coded ? coded.code() : ApiJson.mapper().convertValue(constant, String.class);
    }

    private static ObjectNode node() {
        return ApiJson.mapper().createObjectNode();
    }
}
