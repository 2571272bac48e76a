package uplink.api.graphql;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.language.SourceLocation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import uplink.api.problem.Problem;
import uplink.api.problem.ProblemOf;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/** A problem as GraphQL tells it: its sentence is the message, its other members are the extensions. */
@SuppressWarnings("serial") // never serialised: GraphQL's interface happens to be
final class Refusal implements GraphQLError {

    private static final Logger LOG = Logger.getLogger(Refusal.class.getName());
    private static final int MOST = 20;

    private final transient Problem problem;
    private final transient List<Object> path;
    private final transient List<SourceLocation> locations;

    Refusal(Problem problem, List<Object> path, List<SourceLocation> locations) {
        this.problem = problem;
        this.path = path;
        this.locations = locations;
    }

    /** Whatever a boundary throws is the same problem as everywhere else, for the part of the answer that it was for. */
    static CompletableFuture<DataFetcherExceptionHandlerResult> handle(DataFetcherExceptionHandlerParameters failed) {
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(new Refusal(
                        ProblemOf.of(failed.getException()),
                        failed.getPath().toList(),
                        List.of(failed.getSourceLocation())))
                .build());
    }

    /** As they are written; the first twenty, the others say nothing new. */
    static List<Map<String, Object>> all(List<GraphQLError> errors, Locale reader, String address, String requestId) {
        return errors.stream()
                .limit(MOST)
                .map(error -> (error instanceof Refusal refusal ? refusal : foreign(error))
                        .written(reader, address, requestId))
                .toList();
    }

    /** What the engine itself found: mistakes of the query, or, later, mistakes of ours. */
    private static Refusal foreign(GraphQLError error) {
        List<Object> path = error.getPath() == null ? List.of() : error.getPath();
        List<SourceLocation> locations = error.getLocations() == null ? List.of() : error.getLocations();
        if (!path.isEmpty() && error.getErrorType() != ErrorType.ValidationError) {
            LOG.log(Level.SEVERE, "GraphQL: {0} at {1}", new Object[] {error.getMessage(), path});
            return new Refusal(Problem.of(ProblemType.INTERNAL, Text.of("api.graphql.failed")), path, locations);
        }
        return new Refusal(
                Problem.of(ProblemType.VALIDATION, Text.of("api.graphql.invalid", error.getMessage())),
                path,
                locations);
    }

    private Map<String, Object> written(Locale reader, String address, String requestId) {
        Map<String, Object> extensions = new LinkedHashMap<>(problem.body(reader, address, requestId));
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", extensions.remove("detail"));
        extensions.remove("instance");
        if (!locations.isEmpty()) {
            error.put(
                    "locations",
                    locations.stream()
                            .map(l -> Map.of("line", l.getLine(), "column", l.getColumn()))
                            .toList());
        }
        if (!path.isEmpty()) {
            error.put("path", path);
        }
        error.put("extensions", extensions);
        return error;
    }

    @Override
    public String getMessage() {
        return problem.detail().key();
    }

    @Override
    public List<SourceLocation> getLocations() {
        return locations;
    }

    @Override
    public List<Object> getPath() {
        return path;
    }

    @Override
    public ErrorClassification getErrorType() {
        return ErrorType.DataFetchingException;
    }
}
