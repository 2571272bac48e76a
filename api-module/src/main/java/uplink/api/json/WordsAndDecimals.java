package uplink.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uplink.shared.Coded;

/** Decimals as plain strings, {@link Coded} enums as their codes; numbers where a decimal belongs are refused. */
final class WordsAndDecimals extends SimpleModule {

    private static final long serialVersionUID = 1L;

    WordsAndDecimals() {
        super("uplink-words-and-decimals");
        addSerializer(BigDecimal.class, new DecimalOut());
        addSerializer(Coded.class, new CodeOut());
        setDeserializers(new In());
        addDeserializer(BigDecimal.class, new DecimalIn());
    }

    private static final class In extends SimpleDeserializers {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable JsonDeserializer<?> findEnumDeserializer(
                Class<?> type, DeserializationConfig config, BeanDescription description) {
            return Coded.class.isAssignableFrom(type) ? new CodeIn(type) : null;
        }
    }

    private static final class DecimalOut extends JsonSerializer<BigDecimal> {
        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.toPlainString());
        }
    }

    private static final class CodeOut extends JsonSerializer<Coded> {
        @Override
        public void serialize(Coded value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(value.code());
        }
    }

    private static final class DecimalIn extends StdScalarDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1L;
        private static final Pattern PLAIN = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");

        DecimalIn() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)
                    || !PLAIN.matcher(in.getText()).matches()) {
                return context.reportInputMismatch(this, "not a decimal string");
            }
            return new BigDecimal(in.getText());
        }
    }

    private static final class CodeIn extends StdScalarDeserializer<Object> {
        private static final long serialVersionUID = 1L;

        CodeIn(Class<?> type) {
            super(type);
        }

        @Override
        public Object deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.hasToken(JsonToken.VALUE_STRING)) {
                String code = in.getText();
                for (Object constant : handledType().getEnumConstants()) {
                    if (((Coded) constant).code().equals(code)) {
                        return constant;
                    }
                }
            }
            return context.reportInputMismatch(this, "not one of the words");
        }
    }
}
