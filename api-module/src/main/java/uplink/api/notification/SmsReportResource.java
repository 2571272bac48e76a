package uplink.api.notification;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import uplink.api.http.Guarded;
import uplink.notification.boundary.SmsReports;

/** Where the service for short messages tells what became of them; what it calls things is in the settings. */
@Path("gateways/sms/report")
@RequestScoped
@Produces(MediaType.TEXT_PLAIN)
@Tag(name = "Machines", description = "For other people's servers.")
public class SmsReportResource {

    private static final String HEARD = "OK";

    @Inject
    private SmsReports reports;

    @Context
    private UriInfo address;

    @GET
    @Guarded(value = "sms-report", machine = true)
    @Operation(
            operationId = "reportSmsByAddress",
            summary = "What became of a short message, told in the address",
            description = "Beside key it has the parameters that UPLINK_SMS_HTTP_REPORT_… name. A repetition changes"
                    + " nothing, and a report may come before the service has answered that it has the message.")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(
            responseCode = "200",
            description = "Heard; the same for messages that are not ours.",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "The key is not the one that is set, or none is.")
    public String hear(
            @Parameter(description = "The secret of UPLINK_SMS_HTTP_REPORT_SECRET.") @QueryParam("key") @Nullable
                    String key) {
        return heard(key, asked(), "");
    }

    @POST
    @Guarded(value = "sms-report", machine = true)
    @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "reportSms",
            summary = "What became of short messages, told in a form or in JSON",
            description = "The same as by the address; JSON may tell of up to a hundred messages.")
    @Extension(name = "x-permission", value = "anyone")
    @APIResponse(
            responseCode = "200",
            description = "Heard; the same for messages that are not ours.",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "404", description = "The key is not the one that is set, or none is.")
    public String hear(
            @Parameter(description = "The secret of UPLINK_SMS_HTTP_REPORT_SECRET.") @QueryParam("key") @Nullable
                    String key,
            @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) @Nullable String type,
            String told) {
        Map<String, String> parameters = asked();
        if (type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED)) {
            parameters.putAll(form(told));
        }
        return heard(key, parameters, told);
    }

    private String heard(@Nullable String key, Map<String, String> parameters, String body) {
        reports.hear(key == null ? "" : key, parameters, body);
        return HEARD;
    }

    private Map<String, String> asked() {
        Map<String, String> parameters = new HashMap<>();
        address.getQueryParameters().forEach((name, values) -> parameters.put(name, values.get(0)));
        return parameters;
    }

    /** What cannot be read is left out: a service may send more than we ask for. */
    static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                try {
                    form.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                } catch (IllegalArgumentException e) {
                    form.remove(pair.substring(0, equals));
                }
            }
        }
        return form;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }
}
