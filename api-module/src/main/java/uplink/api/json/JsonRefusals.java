package uplink.api.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.Text;

/** Why a body was not understood: {@code malformed} when it is no JSON, else {@code validation} with the field. */
public final class JsonRefusals {

    private JsonRefusals() {}

    public static BusinessException of(JsonProcessingException problem) {
        if (problem.getCause() instanceof BusinessException refusal) {
            return refusal;
        }
        boolean unreadable = problem instanceof StreamReadException
                || problem instanceof StreamConstraintsException
                || problem.getCause() instanceof StreamReadException
                || problem.getCause() instanceof StreamConstraintsException;
        if (!unreadable
                && problem instanceof JsonMappingException mapping
                && !mapping.getPath().isEmpty()) {
            return BusinessException.invalid(path(mapping.getPath()), complaint(mapping));
        }
        return new BusinessException(ProblemType.MALFORMED, Text.of("api.malformed"));
    }

    private static Text complaint(JsonMappingException problem) {
        if (problem instanceof UnrecognizedPropertyException) {
            return Text.of("shared.validation.unknown-field");
        }
        return isMissing(problem) ? Text.of("shared.validation.required") : Text.of("shared.validation.format");
    }

    /** Jackson has one exception for all mismatches; a missing field is told from a wrong one by its words. */
    private static boolean isMissing(JsonMappingException problem) {
        String message = problem.getOriginalMessage();
        return problem instanceof InvalidNullException
                || (problem instanceof MismatchedInputException
                        && message != null
                        && (message.startsWith("Missing required creator property")
                                || message.startsWith("Cannot map `null` into type")));
    }

    static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }
}
