package uplink.api.graphql;

import graphql.GraphQLContext;
import graphql.schema.Coercing;
import graphql.schema.GraphQLScalarType;
import graphql.schema.idl.EnumValuesProvider;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import uplink.shared.Coded;

/** Values as the rest of the API writes them. They only go out: no argument has one of these types. */
final class Scalars {

    static final List<GraphQLScalarType> ALL = List.of(
            scalar("Decimal", value -> ((BigDecimal) value).toPlainString()),
            scalar("Date", Object::toString),
            scalar("DateTime", Object::toString),
            scalar("Json", Function.identity()));

    private Scalars() {}

    /** The words of the API; a name of GraphQL has an underscore where they have a hyphen. */
    static <E extends Enum<E> & Coded> EnumValuesProvider words(Class<E> type) {
        return name -> Coded.of(type, codeOf(type, name));
    }

    private static <E extends Enum<E> & Coded> String codeOf(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.code().replace('-', '_').equals(name)) {
                return constant.code();
            }
        }
        throw new IllegalStateException(type.getSimpleName() + " has no word " + name);
    }

    private static GraphQLScalarType scalar(String name, Function<Object, Object> write) {
        return GraphQLScalarType.newScalar()
                .name(name)
                .coercing(new Coercing<Object, Object>() {
                    @Override
                    public Object serialize(Object value, GraphQLContext context, Locale locale) {
                        return write.apply(value);
                    }
                })
                .build();
    }
}
