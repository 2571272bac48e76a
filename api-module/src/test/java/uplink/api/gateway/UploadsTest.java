package uplink.api.gateway;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.shared.BusinessException;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.Permission;
import uplink.shared.ProblemType;

class UploadsTest {

    @ParameterizedTest
    @CsvSource({
        "POST, /v1/admin/imports/customers,    200",
        "POST, /v1/admin/imports/places,       200",
        "POST, /v1/admin/imports/devices,      200",
        "POST, /v1/admin/imports/applications, 200",
        "POST, /v1/admin/imports/customers/,   200",
        "POST, /v1/admin/bank-statements,      200",
        "POST, /v1/admin/bank-statements/x,    413",
        "PUT,  /v1/admin/imports/customers,    413",
        "POST, /v1/admin/imports,              413",
        "POST, /v1/auth/login/admin/imports,   413",
        "POST, /v1/admin/imports/customers;x,  413",
        "POST, /v1/customers,                  413",
    })
    void onlyUploadsMayBeLarge(String method, String path, int status) throws Exception {
        FakeRequest fake = new FakeRequest(method, path, new byte[300_000]);
        new BodyLimits().doFilter(fake.request(), fake.response(), (request, response) -> {});
        assertEquals(status, fake.status);
    }

    /** The permission comes first: a large body is written to disk when it has an Idempotency-Key. */
    @Test
    void whoeverMayNotImportIsRefusedBeforeTheBodyIsKept() {
        var upload = new FakeRequest("POST", "/v1/admin/imports/customers", new byte[0]).request();
        assertEquals(ProblemType.FORBIDDEN, refusal(Permission.CUSTOMER_READ, upload));
        Callers.set(caller(Permission.IMPORT_RUN));
        assertDoesNotThrow(() -> Uploads.requirePermission(upload));
        Callers.clear();
    }

    private static ProblemType refusal(Permission held, jakarta.servlet.http.HttpServletRequest upload) {
        Callers.set(caller(held));
        try {
            return assertThrows(BusinessException.class, () -> Uploads.requirePermission(upload))
                    .type();
        } finally {
            Callers.clear();
        }
    }

    private static Caller caller(Permission held) {
        return new Caller(UUID.randomUUID(), null, "x", Set.of(held));
    }
}
