package uplink.api.http;

import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import uplink.shared.BusinessException;
import uplink.shared.Coded;
import uplink.shared.Text;

/**
 * Path, query and header parameters: a path that cannot be is 404, a query or header that cannot be is 400 and names the
 * parameter.
 */
@Provider
public class Parameters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, Object>> KNOWN = Map.of(
            UUID.class, Parameters::uuid,
            LocalDate.class, LocalDate::parse,
            Integer.class, Integer::valueOf,
            int.class, Integer::valueOf,
            Boolean.class, Parameters::flag,
            boolean.class, Parameters::flag);

    @Override
    @SuppressWarnings("unchecked") // the parser of a type makes objects of that type
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Function<String, Object> parser =
                Coded.class.isAssignableFrom(type) && type.isEnum() ? text -> word(type, text) : KNOWN.get(type);
        return parser == null ? null : (ParamConverter<T>) new Strict(parser, List.of(annotations));
    }

    private record Strict(Function<String, Object> parser, List<Annotation> annotations)
            implements ParamConverter<Object> {

        @Override
        public @Nullable Object fromString(@Nullable String text) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                return parser.apply(text);
            } catch (RuntimeException e) {
                throw refusal();
            }
        }

        @Override
        public String toString(Object value) {
            return value instanceof Coded coded ? coded.code() : value.toString();
        }

        private RuntimeException refusal() {
            for (Annotation annotation : annotations) {
                if (annotation instanceof PathParam) {
                    return new NotFoundException();
                } else if (annotation instanceof QueryParam query) {
                    return badRequest(query.value());
                } else if (annotation instanceof HeaderParam header) {
                    return badRequest(header.value());
                }
            }
            return new BadRequestException();
        }

        private static RuntimeException badRequest(String name) {
            return new BadRequestException(BusinessException.invalid(name, Text.of("shared.validation.format")));
        }
    }

    private static Object word(Class<?> type, String code) {
        for (Object constant : type.getEnumConstants()) {
            if (((Coded) constant).code().equals(code)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("no such word");
    }

    private static Object flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("not a flag");
        };
    }

    /** {@code UUID.fromString} also takes shorter forms. */
    private static Object uuid(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("not a UUID");
        }
        return id;
    }
}
