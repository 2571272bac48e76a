package uplink.api.graphql;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.IntValue;
import graphql.language.NullValue;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.TypeName;
import graphql.language.Value;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLAppliedDirective;
import graphql.schema.GraphQLAppliedDirectiveArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/**
 * What a query could make us do, worked out before it is validated or executed, in bounded time: every use of a field
 * counts, however it is spelled, and the walk stops where the limit is reached. Circles of fragments are simply too deep.
 */
final class QueryCost {

    static final int MOST = 2_000;
    static final int DEEPEST = 10;
    /** Selections within selections, fragments included. */
    private static final int DEEPEST_NESTING = 40;

    private static final int MOST_ITEMS = 1_000;

    private final GraphQLSchema schema;
    private final Document document;
    private final Map<String, @Nullable Object> variables;
    private final Map<String, FragmentDefinition> fragments = new HashMap<>();
    private final Map<String, @Nullable Value<?>> defaults = new HashMap<>();
    private int steps;

    QueryCost(GraphQLSchema schema, Document document, Map<String, @Nullable Object> variables) {
        this.schema = schema;
        this.document = document;
        this.variables = variables;
        document.getDefinitionsOfType(FragmentDefinition.class).forEach(f -> fragments.put(f.getName(), f));
    }

    /** Refusals: {@code query-too-costly}. */
    void check() {
        total();
    }

    /** Of all operations in the document, whichever is going to be executed. */
    long total() {
        long total = 0;
        for (OperationDefinition operation : document.getDefinitionsOfType(OperationDefinition.class)) {
            defaults.clear();
            for (VariableDefinition variable : operation.getVariableDefinitions()) {
                defaults.put(variable.getName(), variable.getDefaultValue());
            }
            total = limited(total + selections(operation.getSelectionSet(), schema.getQueryType(), 1, 1));
        }
        return total;
    }

    private long selections(@Nullable SelectionSet set, @Nullable GraphQLType parent, int depth, int nesting) {
        if (set == null) {
            return 0;
        }
        if (depth > DEEPEST || nesting > DEEPEST_NESTING) {
            throw refused(Text.of("api.graphql.too-deep", DEEPEST));
        }
        long total = 0;
        for (Selection<?> selection : set.getSelections()) {
            limited(++steps);
            total = limited(total + selection(selection, parent, depth, nesting));
        }
        return total;
    }

    private long selection(Selection<?> selection, @Nullable GraphQLType parent, int depth, int nesting) {
        if (selection instanceof Field field) {
            return field(field, parent, depth, nesting);
        } else if (selection instanceof InlineFragment inline) {
            return selections(inline.getSelectionSet(), type(inline.getTypeCondition(), parent), depth, nesting + 1);
        }
        FragmentDefinition fragment = fragments.get(((FragmentSpread) selection).getName());
        return fragment == null
                ? 0
                : selections(fragment.getSelectionSet(), type(fragment.getTypeCondition(), parent), depth, nesting + 1);
    }

    private long field(Field field, @Nullable GraphQLType parent, int depth, int nesting) {
        GraphQLFieldDefinition definition =
                parent instanceof GraphQLFieldsContainer fields ? fields.getFieldDefinition(field.getName()) : null;
        if (definition == null) {
            // unknown: the validation says so, and what is below it is counted without knowing more
            return 1 + selections(field.getSelectionSet(), null, depth + 1, nesting + 1);
        }
        GraphQLType type = GraphQLTypeUtil.unwrapAll(definition.getType());
        long below = selections(field.getSelectionSet(), type, depth + 1, nesting + 1);
        GraphQLAppliedDirective cost = definition.getAppliedDirective("cost");
        return cost == null ? 1 + below : limited(number(cost, "weight") + items(cost, definition, field) * below);
    }

    private long items(GraphQLAppliedDirective cost, GraphQLFieldDefinition definition, Field field) {
        String argument = said(cost, "sizedBy");
        if (argument == null) {
            return number(cost, "size");
        }
        Integer otherwise =
                definition.getArgument(argument).getArgumentDefaultValue().getValue() instanceof IntValue i
                        ? Integer.valueOf(i.getValue().intValue())
                        : null;
        Value<?> given = field.getArguments().stream()
                .filter(a -> a.getName().equals(argument))
                .<Value<?>>map(a -> a.getValue())
                .findFirst()
                .orElse(null);
        return given == null ? clamped(otherwise) : clamped(value(given, otherwise));
    }

    private @Nullable Object value(Value<?> given, @Nullable Integer otherwise) {
        if (given instanceof VariableReference variable) {
            if (variables.containsKey(variable.getName())) {
                return variables.get(variable.getName());
            }
            Value<?> preset = defaults.get(variable.getName());
            return preset == null || preset instanceof VariableReference ? otherwise : value(preset, otherwise);
        }
        if (given instanceof NullValue) {
            return otherwise;
        }
        return given instanceof IntValue number ? number.getValue() : null;
    }

    /** What is no sensible number counts as much as there can be: it is going to be refused anyway. */
    private static long clamped(@Nullable Object number) {
        if (number instanceof BigInteger big) {
            return big.bitLength() > 31 ? MOST_ITEMS : Math.max(1, Math.min(big.longValue(), MOST_ITEMS));
        }
        return number instanceof Integer small ? Math.max(1, Math.min(small, MOST_ITEMS)) : MOST_ITEMS;
    }

    private @Nullable GraphQLType type(@Nullable TypeName condition, @Nullable GraphQLType parent) {
        return condition == null ? parent : schema.getType(condition.getName());
    }

    private static long number(GraphQLAppliedDirective cost, String argument) {
        Integer number = said(cost, argument);
        return number == null ? 1 : number;
    }

    private static <T> @Nullable T said(GraphQLAppliedDirective cost, String argument) {
        GraphQLAppliedDirectiveArgument said = cost.getArgument(argument);
        return said == null ? null : said.getValue();
    }

    private static long limited(long cost) {
        if (cost > MOST) {
            throw refused(Text.of("api.graphql.too-costly", MOST));
        }
        return cost;
    }

    private static BusinessException refused(Text why) {
        return new BusinessException(ProblemType.QUERY_TOO_COSTLY, why);
    }
}
