package uplink.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uplink.api.json.ApiJson;
import uplink.api.openapi.OpenApiFile;

/**
 * The document against what linters call recommended (structure, references, operations, parameters, security, examples),
 * without a linter: the build needs nothing but Java.
 */
class OpenApiLintTest {

    private static final JsonNode DOCUMENT = make();
    private static final Pattern PLACE = Pattern.compile("\\{([^}]+)}");
    private static final Pattern COMPONENT = Pattern.compile("[A-Za-z0-9._-]+");
    private static final Pattern URL_SAFE = Pattern.compile("[A-Za-z0-9\\-._~:]+");
    private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch", "options", "head");
    private static final Map<String, Set<String>> STRUCTURE = Map.of(
            "document", Set.of("openapi", "info", "servers", "tags", "paths", "components", "security"),
            "operation",
                    Set.of(
                            "tags",
                            "operationId",
                            "summary",
                            "description",
                            "parameters",
                            "requestBody",
                            "responses",
                            "security",
                            "deprecated"),
            "parameter", Set.of("name", "in", "required", "description", "schema", "example", "$ref"),
            "body", Set.of("description", "required", "content", "$ref"),
            "response", Set.of("description", "headers", "content", "$ref"),
            "media", Set.of("schema", "example", "examples", "encoding"),
            "schema",
                    Set.of(
                            "$ref",
                            "type",
                            "format",
                            "pattern",
                            "description",
                            "properties",
                            "required",
                            "additionalProperties",
                            "items",
                            "enum",
                            "nullable",
                            "oneOf",
                            "example",
                            "default",
                            "minLength",
                            "maxLength",
                            "minimum",
                            "maximum",
                            "maxItems",
                            "minItems"));

    private final Set<String> mistakes = new TreeSet<>();

    @Test
    void theDocumentIsWhatAReaderExpects() {
        keys("document", DOCUMENT, "document");
        JsonNode info = DOCUMENT.path("info");
        for (String name : List.of("title", "version", "description")) {
            check(!info.path(name).asText().isEmpty(), "info has no " + name);
        }
        check(info.path("license").has("name") && info.path("license").has("url"), "no license with its address");
        check(!DOCUMENT.path("servers").isEmpty(), "no server");
        DOCUMENT.path("servers").forEach(server -> {
            String url = server.path("url").asText();
            check(!url.contains("example.com") && (url.equals("/") || !url.endsWith("/")), "server " + url);
        });
        Set<String> tags = new HashSet<>();
        DOCUMENT.path("tags").forEach(tag -> {
            check(tags.add(tag.path("name").asText()), "tag twice: " + tag);
            check(!tag.path("description").asText().isEmpty(), "tag without description: " + tag);
        });
        operations((where, operation) -> operation
                .path("tags")
                .forEach(tag -> check(tags.contains(tag.asText()), where + ": unknown tag " + tag)));
        none();
    }

    @Test
    void pathsAreCleanAndTellOneThingFromAnother() {
        Map<String, String> shapes = new TreeMap<>();
        DOCUMENT.path("paths").fieldNames().forEachRemaining(path -> {
            check(path.startsWith("/") && !path.endsWith("/") && !path.contains("?"), "path " + path);
            String before = shapes.put(PLACE.matcher(path).replaceAll("{}"), path);
            check(before == null, "the same place twice: " + path + " and " + before);
            Set<String> places = new HashSet<>();
            for (Matcher place = PLACE.matcher(path); place.find(); ) {
                check(places.add(place.group(1)), path + " names " + place.group(1) + " twice");
            }
        });
        operations((where, operation) -> {
            Set<String> places = new TreeSet<>();
            for (Matcher place = PLACE.matcher(where); place.find(); ) {
                places.add(place.group(1));
            }
            Set<String> declared = new TreeSet<>();
            Set<String> all = new HashSet<>();
            operation.path("parameters").forEach(given -> {
                JsonNode parameter = resolved(given);
                keys("parameter", given, where);
                check(all.add(parameter.path("in").asText() + parameter.path("name")), where + ": twice " + parameter);
                check(parameter.has("schema"), where + ": no schema of " + parameter.path("name"));
                if (parameter.path("in").asText().equals("path")) {
                    declared.add(parameter.path("name").asText());
                    check(parameter.path("required").asBoolean(), where + ": a path's parameter is required");
                }
            });
            check(places.equals(declared), where + " declares " + declared);
        });
        none();
    }

    @Test
    void operationsSayWhatTheyAnswerAndWhoMayAsk() {
        Set<String> ids = new HashSet<>();
        Set<String> schemes = names(DOCUMENT.at("/components/securitySchemes"));
        operations((where, operation) -> {
            keys("operation", operation, where);
            String id = operation.path("operationId").asText();
            check(URL_SAFE.matcher(id).matches() && ids.add(id), where + ": operationId " + id);
            check(!operation.path("summary").asText().isEmpty(), where + ": no summary");
            check(operation.has("security"), where + ": security is not defined");
            operation.path("security").forEach(way -> way.fieldNames()
                    .forEachRemaining(scheme -> check(schemes.contains(scheme), where + ": scheme " + scheme)));
            Set<String> statuses = names(operation.path("responses"));
            check(statuses.stream().anyMatch(s -> s.startsWith("2") || s.startsWith("3")), where + ": no success");
            check(statuses.stream().anyMatch(s -> s.startsWith("4")), where + ": no refusal");
            check(statuses.stream().allMatch(s -> s.matches("[1-5][0-9][0-9]|default")), where + ": " + statuses);
            operation.path("responses").forEach(given -> {
                keys("response", given, where);
                JsonNode response = resolved(given);
                check(!response.path("description").asText().isEmpty(), where + ": a response without description");
                response.path("content").forEach(media -> keys("media", media, where));
            });
            if (operation.has("requestBody")) {
                JsonNode body = operation.path("requestBody");
                keys("body", body, where);
                check(!body.path("content").isEmpty(), where + ": a body of no type");
                check(!where.startsWith("get ") && !where.startsWith("head "), where + ": a body");
            }
        });
        none();
    }

    @Test
    void schemasAreSoundAndUsed() {
        Set<String> used = new HashSet<>(DOCUMENT.findValuesAsText("$ref"));
        used.forEach(ref ->
                check(ref.startsWith("#/") && !DOCUMENT.at(ref.substring(1)).isMissingNode(), ref));
        DOCUMENT.path("components")
                .properties()
                .forEach(kind -> kind.getValue().fieldNames().forEachRemaining(name -> {
                    check(COMPONENT.matcher(name).matches(), "component " + name);
                    boolean applied = kind.getKey().equals("securitySchemes")
                            || used.contains("#/components/" + kind.getKey() + "/" + name);
                    check(applied, "nobody uses " + kind.getKey() + "/" + name);
                }));
        schemas("document", DOCUMENT);
        none();
    }

    /** Every schema in it: what stands under these names is one. */
    private void schemas(String where, JsonNode node) {
        if (node.isArray()) {
            node.forEach(item -> schemas(where, item));
        }
        node.properties().forEach(entry -> {
            String name = entry.getKey();
            JsonNode value = entry.getValue();
            if (name.equals("schema") && value.isObject()) {
                schema(where, value);
            } else if (name.equals("schemas")) {
                value.properties().forEach(each -> schema(each.getKey(), each.getValue()));
            } else {
                schemas(where + "/" + name, value);
            }
        });
    }

    private void schema(String where, JsonNode schema) {
        keys("schema", schema, where);
        check(!schema.has("$ref") || schema.size() == 1, where + ": something beside a reference");
        check(!schema.has("nullable") || schema.has("type"), where + ": nullable without a type");
        check(!schema.path("type").asText().equals("array") || schema.has("items"), where + ": an array of what?");
        String type = schema.path("type").asText();
        schema.path("enum").forEach(word -> check(fits(type, word), where + ": " + word + " is no " + type));
        for (String sample : List.of("example", "default")) {
            check(!schema.has(sample) || fits(type, schema.get(sample)), where + ": the " + sample + " is no " + type);
        }
        JsonNode example = schema.path("example");
        if (schema.has("pattern") && example.isTextual()) {
            check(example.asText().matches(schema.path("pattern").asText()), where + ": example and pattern");
        }
        Set<String> properties = names(schema.path("properties"));
        schema.path("required")
                .forEach(name -> check(properties.contains(name.asText()), where + ": requires unknown " + name));
        schema.path("properties").properties().forEach(p -> schema(where + "." + p.getKey(), p.getValue()));
        if (schema.path("items").isObject()) {
            schema(where + "[]", schema.path("items"));
        }
        if (schema.path("additionalProperties").isObject()) {
            schema(where + "{}", schema.path("additionalProperties"));
        }
        schema.path("oneOf").forEach(choice -> schema(where + "|", choice));
    }

    private static boolean fits(String type, JsonNode value) {
        return switch (type) {
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            default -> true;
        };
    }

    private void operations(BiConsumer<String, JsonNode> each) {
        DOCUMENT.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(verb -> {
                    check(VERBS.contains(verb.getKey()), path.getKey() + ": " + verb.getKey());
                    each.accept(verb.getKey() + " " + path.getKey(), verb.getValue());
                }));
    }

    private void keys(String kind, JsonNode node, String where) {
        node.fieldNames()
                .forEachRemaining(name -> check(
                        name.startsWith("x-") || STRUCTURE.get(kind).contains(name),
                        where + ": " + name + " in a " + kind));
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asText().substring(1)) : node;
    }

    private static Set<String> names(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private void check(boolean fine, String mistake) {
        if (!fine) {
            mistakes.add(mistake);
        }
    }

    private void none() {
        assertEquals(List.of(), new ArrayList<>(mistakes));
    }

    private static JsonNode make() {
        try {
            Path file = Path.of("target", "openapi-lint.json");
            OpenApiFile.main(new String[] {"target/classes", file.toString()});
            return ApiJson.mapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
