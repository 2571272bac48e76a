package uplink.api.graphql;

import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.ParseAndValidate;
import graphql.ParseAndValidateResult;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import uplink.api.problem.Problem;
import uplink.shared.BusinessException;

/** Reads a query in the order of what it costs us: its size, its tokens, what it asks for, and only then its sense. */
final class CheckedDocuments implements PreparsedDocumentProvider {

    private final GraphQLSchema schema;

    CheckedDocuments(GraphQLSchema schema) {
        this.schema = schema;
    }

    @Override
    public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
            ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
        return CompletableFuture.completedFuture(check(input));
    }

    private PreparsedDocumentEntry check(ExecutionInput input) {
        ParseAndValidateResult parsed = ParseAndValidate.parse(input);
        Document document = parsed.getDocument();
        if (parsed.isFailure() || document == null) {
            return new PreparsedDocumentEntry(parsed.getErrors());
        }
        try {
            new QueryCost(schema, document, input.getVariables()).check();
        } catch (BusinessException refusal) {
            return new PreparsedDocumentEntry(new Refusal(Problem.of(refusal), List.of(), List.of()));
        }
        List<? extends GraphQLError> mistakes = ParseAndValidate.validate(schema, document, input.getLocale());
        return mistakes.isEmpty() ? new PreparsedDocumentEntry(document) : new PreparsedDocumentEntry(mistakes);
    }
}
