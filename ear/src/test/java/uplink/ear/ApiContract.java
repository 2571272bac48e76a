package uplink.ear;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.SimpleValidationReportFormat;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;

/** The API's own document, held against live answers: their status, media type and every field must be in it. */
final class ApiContract {

    private static final String BASE = "/api/v1/";

    private final OpenApiInteractionValidator validator;

    /** @param document the OpenAPI document that the server hands out */
    ApiContract(String document) {
        validator = OpenApiInteractionValidator.createForInlineApiSpecification(document)
                .withLevelResolver(LevelResolver.create()
                        // addresses that the API does not have are answered, too
                        .withLevel("validation.request.path.missing", ValidationReport.Level.IGNORE)
                        .withLevel("validation.response.path.missing", ValidationReport.Level.IGNORE)
                        .withLevel("validation.request.operation.notAllowed", ValidationReport.Level.IGNORE)
                        .build())
                .build();
    }

    /** Fails with what the document does not know. */
    void check(HttpRequest request, HttpResponse<String> answer) {
        String path = request.uri().getPath();
        if (!path.startsWith(BASE) || isNoOperation(answer)) {
            return;
        }
        SimpleResponse.Builder response = SimpleResponse.Builder.status(answer.statusCode());
        answer.headers().firstValue("Content-Type").ifPresent(response::withContentType);
        if (!answer.body().isEmpty()) {
            response.withBody(answer.body());
        }
        Request.Method method = Request.Method.valueOf(request.method().toUpperCase(Locale.ROOT));
        ValidationReport report = validator.validateResponse(path, method, response.build());
        if (report.hasErrors()) {
            throw new AssertionError(request.method() + " " + path + " answered " + answer.statusCode()
                    + ", which is not in the API's document:\n"
                    + SimpleValidationReportFormat.getInstance().apply(report) + "\n" + answer.body());
        }
    }

    /** 404 and 405 of the gateway, for addresses and methods that are no operation. */
    private static boolean isNoOperation(HttpResponse<String> answer) {
        return answer.statusCode() == 405;
    }
}
