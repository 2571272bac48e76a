package uplink.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uplink.api.json.ApiJson;
import uplink.api.openapi.OpenApiFile;

/** The document that the build makes: whole, and without dead ends. */
class OpenApiTest {

    private static final JsonNode DOCUMENT = make();

    @Test
    void everyOperationSaysWhatItIsAndWhatItNeeds() {
        Set<String> ids = new HashSet<>();
        for (JsonNode operation : operations()) {
            String id = operation.path("operationId").asText();
            assertTrue(ids.add(id), "operationId twice: " + id);
            assertFalse(operation.path("summary").asText().isEmpty(), id + " has no summary");
            assertFalse(operation.path("tags").isEmpty(), id + " has no tag");
            assertFalse(operation.path("x-permission").asText().isEmpty(), id);
            assertTrue(operation.path("responses").has("500"), id);
            boolean open = operation.path("x-permission").asText().equals("anyone");
            assertEquals(open, operation.path("security").isEmpty(), id);
            assertEquals(open, !operation.path("responses").has("403"), id);
        }
        assertTrue(ids.containsAll(List.of("login", "simulateRating", "listOffers")), ids.toString());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        DOCUMENT.findValuesAsText("$ref")
                .forEach(reference ->
                        assertFalse(DOCUMENT.at(reference.substring(1)).isMissingNode(), "nothing at " + reference));
    }

    @Test
    void moneyIsADecimalString() {
        JsonNode price = DOCUMENT.at("/components/schemas/SimulatedEvent/properties/price");
        assertEquals("string", price.path("type").asText());
        assertEquals("decimal", price.path("format").asText());
    }

    /** Whoever reads a document in clear text does so anew. */
    @Test
    void anAnswerThatIsNotKeptPromisesNoRepetition() {
        assertTrue(
                operation("addIdentityDocument").path("parameters").toString().contains("IdempotencyKey"));
        assertFalse(
                operation("openIdentityDocument").path("parameters").toString().contains("IdempotencyKey"));
    }

    /** Some operations take theirs together, as a bean. */
    @Test
    void parametersOfBeansAreParametersToo() {
        assertEquals(List.of("fileName", "mode", "dryRun"), parameters("importPlaces"));
        assertEquals(
                List.of("actor", "entity", "entityId", "customer", "action", "from", "to"), parameters("exportAudit"));
    }

    private static List<String> parameters(String operation) {
        return operation(operation).path("parameters").findValuesAsText("name");
    }

    private static JsonNode operation(String id) {
        return operations().stream()
                .filter(operation -> operation.path("operationId").asText().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> operations() {
        List<JsonNode> all = new ArrayList<>();
        DOCUMENT.path("paths").forEach(path -> path.forEach(all::add));
        return all;
    }

    private static JsonNode make() {
        try {
            Path file = Path.of("target", "openapi-test.json");
            OpenApiFile.main(new String[] {"target/classes", file.toString()});
            return ApiJson.mapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
