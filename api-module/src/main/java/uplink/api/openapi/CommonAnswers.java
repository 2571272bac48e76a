package uplink.api.openapi;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * What every operation has in common, so that resources need not say it: the problems that the gateway answers with, the
 * request id, the bearer token of everything that is not for anyone, and money as a decimal string.
 */
public class CommonAnswers implements OASFilter {

    private static final Map<String, String> PROBLEMS = Map.of(
            "400", "Malformed, or a field is wrong: malformed, validation, idempotency-key-required.",
            "401", "No token, or a bad or expired one.",
            "403", "No permission.",
            "404", "Not there, or somebody else's.",
            "406", "The answer is not available in the form asked for.",
            "409", "Conflict of state, or the same request is still running.",
            "429", "Too many requests; Retry-After says how many seconds to wait.",
            "500", "Unexpected error, with an incident id.",
            "503", "A needed part is down.");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        api.setServers(List.of(OASFactory.createServer().url("/").description("This installation")));
        components(api);
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths().getPathItems().values().forEach(CommonAnswers::complete);
        }
    }

    private static void components(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents().addSchema("Problem", ProblemSchema.create());
        PROBLEMS.forEach((status, description) ->
                api.getComponents().addResponse("Problem" + status, ProblemSchema.response(description)));
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        if (schemas != null) {
            schemas.values().forEach(MoneySchemas::correct);
        }
    }

    private static void complete(PathItem item) {
        item.getOperations().forEach(CommonAnswers::complete);
    }

    private static void complete(PathItem.HttpMethod method, Operation operation) {
        Map<String, Object> extensions = operation.getExtensions();
        Object permission = extensions == null ? null : extensions.get("x-permission");
        boolean open = "anyone".equals(permission);
        if (open) {
            operation.setSecurity(List.of());
        } else {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme("bearer")));
        }
        add(operation, "400", "401", "404", "406", "429", "500", "503");
        if (!open) {
            add(operation, "403");
        }
        if (method != PathItem.HttpMethod.GET) {
            add(operation, "409");
            if (!open) {
                operation.addParameter(ProblemSchema.idempotencyKey());
            }
        }
    }

    private static void add(Operation operation, String... statuses) {
        APIResponses responses = operation.getResponses();
        if (responses == null) {
            responses = OASFactory.createAPIResponses();
            operation.setResponses(responses);
        }
        for (String status : statuses) {
            APIResponse said = responses.getAPIResponse(status);
            if (said == null) {
                responses.addAPIResponse(
                        status, OASFactory.createAPIResponse().ref("#/components/responses/Problem" + status));
            }
        }
        responses.getAPIResponses().forEach((status, response) -> {
            boolean problem = status.startsWith("4") || status.startsWith("5");
            if (problem && response.getRef() == null && response.getContent() == null) {
                response.setContent(ProblemSchema.content());
            }
        });
    }
}
