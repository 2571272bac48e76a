package uplink.api.openapi;

import java.util.Map;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Decimals are strings on the wire; the scanner of Java types takes them for numbers. */
final class MoneySchemas {

    private static final String DECIMAL = "^-?[0-9]{1,15}(\\.[0-9]{1,10})?$";

    private MoneySchemas() {}

    static void correct(Schema schema) {
        if (schema.getType() == Schema.SchemaType.NUMBER) {
            schema.setType(Schema.SchemaType.STRING);
            schema.setFormat("decimal");
            schema.setPattern(DECIMAL);
        }
        Map<String, Schema> properties = schema.getProperties();
        if (properties != null) {
            properties.values().forEach(MoneySchemas::correct);
        }
        if (schema.getItems() != null) {
            correct(schema.getItems());
        }
    }
}
