package uplink.api.graphql;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as GraphQL over HTTP has it; one at a time, no arrays of them.
 *
 * @param extensions taken and not looked at
 */
public record GraphQlRequest(
        String query,
        @Nullable String operationName,
        @Nullable Map<String, @Nullable Object> variables,
        @Nullable Map<String, @Nullable Object> extensions) {}
