package uplink.api.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import uplink.api.UplinkApi;
import uplink.api.json.ApiJson;

/** Writes the document. Run by the build: directory of the classes, then the files to write. */
public final class OpenApiFile {

    private OpenApiFile() {}

    public static void main(String[] arguments) throws IOException {
        ObjectNode document = document(resources(java.nio.file.Path.of(arguments[0])));
        byte[] json = ApiJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
        for (String target : List.of(arguments).subList(1, arguments.length)) {
            java.nio.file.Path file = java.nio.file.Path.of(target);
            Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
            Files.write(file, json);
        }
    }

    static ObjectNode document(List<Class<?>> resources) {
        ObjectNode document = ApiJson.mapper().createObjectNode();
        document.put("openapi", "3.0.3");
        about(document.putObject("info"));
        document.putArray("servers").addObject().put("url", "/").put("description", "This installation");
        tags(document, resources);
        ObjectNode paths = document.putObject("paths");
        ObjectNode components = document.putObject("components");
        Schemas schemas = new Schemas(components.putObject("schemas"));
        CommonParts.addTo(components);
        resources.forEach(resource -> new Operations(resource, schemas).addTo(paths));
        GraphQlOperation.addTo(paths);
        List<String> used = document.findValuesAsText("$ref");
        ((ObjectNode) components.get("responses"))
                .properties()
                .removeIf(response -> !used.contains("#/components/responses/" + response.getKey()));
        return document;
    }

    static List<Class<?>> resources(java.nio.file.Path classes) throws IOException {
        try (Stream<java.nio.file.Path> files = Files.walk(classes.resolve("uplink/api"))) {
            return files.map(f -> classes.relativize(f).toString().replace('/', '.'))
                    .filter(name -> name.endsWith(".class") && !name.contains("package-info"))
                    .map(name -> load(name.substring(0, name.length() - ".class".length())))
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .sorted(java.util.Comparator.comparing(Class::getName))
                    .<Class<?>>map(type -> type)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, OpenApiFile.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void about(ObjectNode to) {
        Info info = UplinkApi.class.getAnnotation(OpenAPIDefinition.class).info();
        to.put("title", info.title());
        to.put("version", info.version());
        to.put("description", info.description());
        to.putObject("license")
                .put("name", info.license().name())
                .put("url", info.license().url());
    }

    private static void tags(ObjectNode document, List<Class<?>> resources) {
        java.util.Map<String, String> tags = new java.util.TreeMap<>();
        tags.put("GraphQL", "Several questions in one round trip.");
        for (Class<?> resource : resources) {
            for (Tag tag : resource.getAnnotationsByType(Tag.class)) {
                tags.merge(tag.name(), tag.description(), (a, b) -> a.isEmpty() ? b : a);
            }
        }
        tags.forEach((name, description) ->
                document.withArray("tags").addObject().put("name", name).put("description", description));
    }
}
