package uplink.billing.rating.boundary;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Reads a decimal string of the API: digits and a point, no exponent (which could ask for a gigabyte of zeros). */
final class DecimalString extends StdDeserializer<BigDecimal> {

    private static final long serialVersionUID = 1L;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,10})?");

    DecimalString() {
        super(BigDecimal.class);
    }

    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
        if (!DECIMAL.matcher(text).matches()) {
            return (BigDecimal) context.handleWeirdStringValue(BigDecimal.class, "", "a decimal string is expected");
        }
        return new BigDecimal(text);
    }
}
