package uplink.api.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ejb.EJBException;
import jakarta.ejb.EJBTransactionRolledbackException;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uplink.shared.BusinessException;
import uplink.shared.DatabaseException;
import uplink.shared.FieldError;
import uplink.shared.ProblemType;
import uplink.shared.Text;

class ProblemOfTest {

    private static final Locale RU = Locale.forLanguageTag("ru");

    @Test
    void aRefusalSaysWhatIsWrongInTheReadersLanguage() {
        BusinessException refusal = new BusinessException(
                ProblemType.VALIDATION,
                Text.of("shared.validation.failed"),
                List.of(new FieldError("timeline[2].date", Text.of("shared.validation.required"))),
                Map.of("index", 2, "status", 999));
        Map<String, Object> body = ProblemOf.of(refusal).body(RU, "/api/v1/x", "r-1");
        assertEquals("/problems/validation", body.get("type"));
        assertEquals("Некоторые поля заполнены неверно", body.get("title"));
        assertEquals(400, body.get("status"), "an extension cannot replace a member of RFC 9457");
        assertEquals("/api/v1/x", body.get("instance"));
        assertEquals("r-1", body.get("requestId"));
        assertEquals(2, body.get("index"));
        assertEquals(List.of(Map.of("field", "timeline[2].date", "message", "Обязательное поле.")), body.get("errors"));
        assertEquals(
                "Some fields are wrong",
                ProblemOf.of(refusal).body(Locale.ENGLISH, "/", "r").get("title"));
    }

    @Test
    void aRefusalIsFoundUnderWhateverTheContainerWrapsAroundIt() {
        Exception wrapped = new EJBException(new EJBTransactionRolledbackException("x", BusinessException.notFound()));
        assertEquals(ProblemType.NOT_FOUND, ProblemOf.of(wrapped).type());
    }

    @Test
    void whatTheDatabaseSaysDecides() {
        assertEquals(ProblemType.UNAVAILABLE, of(sql("08006")));
        assertEquals(ProblemType.UNAVAILABLE, of(sql("57P01")));
        assertEquals(ProblemType.UNAVAILABLE, of(sql("53300")));
        assertEquals(ProblemType.CONFLICT, of(sql("23505")));
        assertEquals(ProblemType.CONFLICT, of(sql("40P01")));
        assertEquals(ProblemType.INTERNAL, of(sql("42601")));
        assertEquals(ProblemType.UNAVAILABLE, of(new SQLException("Error in allocating a connection. Cause: …")));
        assertEquals(
                ProblemType.STALE,
                ProblemOf.of(new EJBException(new OptimisticLockException())).type());
    }

    @Test
    void whoeverAsksTooOftenHearsWhenToComeBack() {
        BusinessException refusal = new BusinessException(
                ProblemType.TOO_MANY_REQUESTS,
                Text.of("shared.too-many-requests", 6),
                List.of(),
                Map.of("retryAfter", 6L, "limit", 10L));
        assertEquals(
                Map.of("Retry-After", "6", "RateLimit-Limit", "10", "RateLimit-Remaining", "0", "RateLimit-Reset", "6"),
                ProblemOf.of(refusal).headers());
    }

    @Test
    void whatNobodyForesawTellsNothingButAnIncident() {
        Problem problem = ProblemOf.of(new IllegalStateException("password=hunter2"));
        assertEquals(500, problem.status());
        String detail = problem.detail().in(Locale.ENGLISH);
        assertTrue(detail.startsWith("Something went wrong. Incident "), detail);
        assertFalse(detail.contains("hunter2"));
        assertEquals(
                ProblemType.INTERNAL,
                ProblemOf.of(new NoClassDefFoundError("x")).type());
    }

    private static ProblemType of(SQLException cause) {
        return ProblemOf.of(new EJBException(new DatabaseException(cause))).type();
    }

    private static SQLException sql(String state) {
        return new SQLException("x", state);
    }
}
