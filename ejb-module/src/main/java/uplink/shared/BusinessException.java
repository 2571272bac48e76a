package uplink.shared;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A refusal: what was asked for cannot be, and why. Unchecked; rolls the database transaction back. */
@ApplicationException(rollback = true)
public final class BusinessException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ProblemType type;
    private final transient Text detail;
    private final transient List<FieldError> errors;
    private final transient Map<String, Object> extensions;

    public BusinessException(ProblemType type, Text detail) {
        this(type, detail, List.of(), Map.of());
    }

    /**
     * @param extensions further members of the problem, for example {@code index} of the offending event
     */
    public BusinessException(ProblemType type, Text detail, List<FieldError> errors, Map<String, Object> extensions) {
        super(type.slug() + ": " + detail.in(Locale.ENGLISH));
        this.type = type;
        this.detail = detail;
        this.errors = List.copyOf(errors);
        this.extensions = Map.copyOf(extensions);
    }

    public static BusinessException invalid(List<FieldError> errors) {
        return new BusinessException(ProblemType.VALIDATION, Text.of("shared.validation.failed"), errors, Map.of());
    }

    public static BusinessException invalid(String field, Text message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    /** Also for what belongs to somebody else. */
    public static BusinessException notFound() {
        return new BusinessException(ProblemType.NOT_FOUND, Text.of("shared.not-found"));
    }

    /** Somebody has changed it since the version that was seen. */
    public static BusinessException stale() {
        return new BusinessException(ProblemType.STALE, Text.of("shared.stale"));
    }

    /** {@code conflict}, told beside the field whose value somebody else has. */
    public static BusinessException taken(String field, Text why) {
        return about(field, ProblemType.CONFLICT, why);
    }

    /** A problem of its own type, told beside the field that it is about. */
    public static BusinessException about(String field, ProblemType type, Text why) {
        return new BusinessException(type, why, List.of(new FieldError(field, why)), Map.of());
    }

    public ProblemType type() {
        return type;
    }

    public Text detail() {
        return detail;
    }

    public List<FieldError> errors() {
        return errors;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }
}
