package uplink.api.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Field;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uplink.api.http.Requests;
import uplink.auth.boundary.AccessTokens;
import uplink.shared.BusinessException;
import uplink.shared.Callers;
import uplink.shared.ProblemType;

/** Who has not been found good is a stranger, whatever headers the request carries. */
class StrangersTest {

    private final StrangerLimit limit = new StrangerLimit();

    @ParameterizedTest
    @CsvSource({
        "/v1/customers,    Bearer forged, 203.0.113.1",
        "/v1/customers,    Basic eDp5,    203.0.113.2",
        "/v1/auth/refresh, Bearer forged, 203.0.113.3",
        "/v1/auth/jwks,    x,             203.0.113.4",
        "/v1/tariffs,      ,              203.0.113.5",
    })
    void aStrangerIsCounted(String path, String authorization, String address) throws Exception {
        for (int i = 0; i < 60; i++) {
            ask(path, authorization, address);
        }
        // twenty a second come back meanwhile, and a slow machine sees some of them
        BusinessException refusal = assertThrows(BusinessException.class, () -> {
            for (int i = 0; i < 1000; i++) {
                ask(path, authorization, address);
            }
        });
        assertEquals(ProblemType.TOO_MANY_REQUESTS, refusal.type());
    }

    private void ask(String path, String authorization, String address) throws Exception {
        FakeRequest fake = new FakeRequest("GET", path, new byte[0]);
        fake.attributes.put(Requests.CLIENT_ADDRESS, address);
        if (authorization != null) {
            fake.headers.put("Authorization", authorization);
        }
        try {
            authentication()
                    .doFilter(
                            fake.request(),
                            fake.response(),
                            (request, response) -> limit.doFilter(request, response, (r, a) -> {}));
        } finally {
            Callers.clear();
        }
    }

    private static Authentication authentication() throws ReflectiveOperationException {
        Authentication filter = new Authentication();
        Field tokens = Authentication.class.getDeclaredField("tokens");
        tokens.setAccessible(true);
        tokens.set(filter, new AccessTokens() {
            @Override
            public Optional<Access> verify(String token) {
                return Optional.empty();
            }
        });
        return filter;
    }
}
