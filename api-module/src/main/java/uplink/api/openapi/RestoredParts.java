package uplink.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import uplink.api.json.ApiJson;

/**
 * The server loses extensions and empty lists when it reads our document, and adds a list of its own that no OpenAPI
 * reader knows: this puts right both.
 */
public class RestoredParts implements OASFilter {

    private static final Logger LOG = Logger.getLogger(RestoredParts.class.getName());

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setServers(List.of(OASFactory.createServer().url("/").description("This installation")));
        withoutEndpoints(api);
        JsonNode paths = document().path("paths");
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                    .forEach((verb, operation) ->
                            restore(operation, paths.path(path).path(verb.name().toLowerCase(java.util.Locale.ROOT)))));
        }
    }

    /** Payara's model writes its own "endpoints" beside the standard's attributes, and linters refuse them. */
    private static void withoutEndpoints(OpenAPI api) {
        try {
            api.getClass().getMethod("setEndpoints", Map.class).invoke(api, new TreeMap<>());
        } catch (ReflectiveOperationException e) {
            LOG.log(Level.FINE, "the server's OpenAPI model has no endpoints any more", e);
        }
    }

    private static void restore(Operation operation, JsonNode ours) {
        String permission = ours.path("x-permission").asText();
        operation.addExtension("x-permission", permission);
        if (permission.equals("anyone")) {
            operation.setSecurity(List.of());
        }
    }

    private static JsonNode document() {
        try (InputStream in = RestoredParts.class.getResourceAsStream("/META-INF/openapi.json")) {
            return ApiJson.mapper().readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
