package uplink.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The API at {@code /api/v1}. Resources and providers are found by their annotations. */
@ApplicationScoped
@ApplicationPath("v1")
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Uplink",
                        version = "1.0",
                        description =
                                "Billing and care of an internet provider's customers. Money is a decimal string, "
                                        + "errors are application/problem+json (RFC 9457), texts follow Accept-Language (ru, en).",
                        contact = @Contact(name = "Operator of this installation"),
                        license = @License(name = "Proprietary", url = "https://localhost/license")))
@SecurityScheme(
        securitySchemeName = "bearer",
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        bearerFormat = "JWT",
        description = "The access token of POST /auth/login, good for ten minutes, or a service account's key.")
public class UplinkApi extends Application {

    /** The server's other JSON providers are switched off: {@link uplink.api.json.JsonBodies} is the only one. */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                // names the one JSON feature, so that Jersey's own Jackson stays away
                "jersey.config.jsonFeature", "JsonBodies",
                "jersey.config.server.disableJsonBinding", true,
                "jersey.config.server.disableMoxyJson", true,
                "jersey.config.server.wadl.disableWadl", true);
    }
}
