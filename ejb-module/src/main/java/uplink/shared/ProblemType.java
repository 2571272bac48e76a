package uplink.shared;

/** The stable {@code type} slugs of problem+json answers (RFC 9457) and the HTTP status each one means. */
public enum ProblemType {
    MALFORMED("malformed", 400),
    VALIDATION("validation", 400),
    QUERY_TOO_COSTLY("query-too-costly", 400),
    IDEMPOTENCY_KEY_REQUIRED("idempotency-key-required", 400),
    UNAUTHENTICATED("unauthenticated", 401),
    BAD_CREDENTIALS("bad-credentials", 401),
    FORBIDDEN("forbidden", 403),
    MFA_ENROLMENT_REQUIRED("mfa-enrolment-required", 403),
    CONFIRMATION_REQUIRED("confirmation-required", 403),
    NOT_FOUND("not-found", 404),
    METHOD_NOT_ALLOWED("method-not-allowed", 405),
    NOT_ACCEPTABLE("not-acceptable", 406),
    CONFLICT("conflict", 409),
    STALE("stale", 409),
    INVALID_STATE("invalid-state", 409),
    DEVICE_NOT_AVAILABLE("device-not-available", 409),
    IDEMPOTENCY_IN_PROGRESS("idempotency-in-progress", 409),
    TOO_LARGE("too-large", 413),
    UNSUPPORTED_TYPE("unsupported-media-type", 415),
    INVALID_TIMELINE("invalid-timeline", 422),
    INSUFFICIENT_FUNDS("insufficient-funds", 422),
    MORE_THAN_CAPTURED("more-than-captured", 422),
    /** A condition does not hold: the detail says which, {@code availableFrom} since when it will, if that is known. */
    NOT_ALLOWED("not-allowed", 422),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422),
    TOO_MANY_REQUESTS("too-many-requests", 429),
    INTERNAL("internal", 500),
    UNAVAILABLE("unavailable", 503);

    private final String slug;
    private final int status;

    ProblemType(String slug, int status) {
        this.slug = slug;
        this.status = status;
    }

    public String slug() {
        return slug;
    }

    public int status() {
        return status;
    }

    /** The title, one per type; the detail belongs to the single case. */
    public Text title() {
        return Text.of("shared.problem." + slug);
    }
}
