package uplink.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import uplink.api.json.ApiJson;

/** The server loses extensions and empty lists when it reads our document: this puts them back. */
public class RestoredParts implements OASFilter {

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setServers(List.of(OASFactory.createServer().url("/").description("This installation")));
        JsonNode paths = document().path("paths");
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                    .forEach((verb, operation) ->
                            restore(operation, paths.path(path).path(verb.name().toLowerCase(java.util.Locale.ROOT)))));
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
