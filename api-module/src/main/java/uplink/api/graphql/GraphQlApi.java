package uplink.api.graphql;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.introspection.Introspection;
import graphql.parser.ParserOptions;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The schema and what is behind it. Introspection is off: the schema is a file that anybody may read. */
@ApplicationScoped
public class GraphQlApi {

    private static final int LONGEST_QUERY = 20_000;
    private static final int MOST_TOKENS = 2_000;
    private static final int DEEPEST_GRAMMAR = 200;
    private static final ParserOptions PARSING = ParserOptions.getDefaultOperationParserOptions()
            .transform(options -> options.maxCharacters(LONGEST_QUERY)
                    .maxTokens(MOST_TOKENS)
                    .maxWhitespaceTokens(LONGEST_QUERY)
                    .maxRuleDepth(DEEPEST_GRAMMAR));

    @Inject
    private Fetchers fetchers;

    private GraphQL graphQl;

    protected GraphQlApi() {}

    GraphQlApi(Fetchers fetchers) {
        this.fetchers = fetchers;
        build();
    }

    @PostConstruct
    void build() {
        GraphQLSchema schema =
                new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(schemaFile()), fetchers.wiring());
        graphQl = GraphQL.newGraphQL(schema)
                .preparsedDocumentProvider(new CheckedDocuments(schema))
                .defaultDataFetcherExceptionHandler(Refusal::handle)
                .build();
    }

    /**
     * The answer as it is written: {@code data} unless nothing was executed, and {@code errors} with the members of
     * problems as {@code extensions}.
     */
    Map<String, Object> execute(GraphQlRequest request, Locale reader, String path, String requestId) {
        Map<String, Object> variables = request.variables() == null ? Map.of() : request.variables();
        ExecutionResult result = graphQl.execute(ExecutionInput.newExecutionInput(request.query())
                .operationName(request.operationName())
                .variables(variables)
                .locale(reader)
                .dataLoaderRegistry(fetchers.loaders(reader))
                .graphQLContext(Map.of(ParserOptions.class, PARSING, Introspection.INTROSPECTION_DISABLED, true))
                .build());
        Map<String, Object> answer = new LinkedHashMap<>();
        if (!result.getErrors().isEmpty()) {
            answer.put("errors", Refusal.all(result.getErrors(), reader, path, requestId));
        }
        if (result.isDataPresent()) {
            answer.put("data", result.getData());
        }
        return answer;
    }

    private static String schemaFile() {
        try (InputStream in = GraphQlApi.class.getResourceAsStream("schema.graphqls")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
