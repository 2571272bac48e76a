package uplink.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uplink.auth.boundary.ConsoleSignIn;
import uplink.auth.boundary.SignIn;
import uplink.shared.BusinessException;
import uplink.shared.ProblemType;
import uplink.shared.edge.Limits;

class SignInMechanismTest {

    private int verified;

    /** Ten a minute, whoever is asked for, and the API's sign-in takes from the same ten. */
    @Test
    void passwordsAreTriedTenTimesAMinuteFromOneAddress() throws Exception {
        SignInMechanism mechanism = mechanism();
        for (int i = 0; i < 10; i++) {
            assertNull(refusal(mechanism, "203.0.113.20"));
        }
        assertEquals(
                ProblemType.TOO_MANY_REQUESTS,
                refusal(mechanism, "203.0.113.20").type());
        assertEquals(10, verified, "the eleventh password was not looked at");
        assertThrows(BusinessException.class, () -> Limits.guard("sign-in", "203.0.113.20"));
        assertNull(refusal(mechanism, "203.0.113.21"));
    }

    private static BusinessException refusal(SignInMechanism mechanism, String address) {
        FakeExchange exchange = new FakeExchange("/sign-in", address);
        AuthenticationParameters given =
                AuthenticationParameters.withParams().credential(new UsernamePasswordCredential("x", "y"));
        HttpMessageContext context = (HttpMessageContext) Proxy.newProxyInstance(
                HttpMessageContext.class.getClassLoader(),
                new Class<?>[] {HttpMessageContext.class},
                (proxy, call, arguments) -> call.getName().equals("getAuthParameters") ? given : null);
        assertEquals(
                AuthenticationStatus.SEND_FAILURE,
                mechanism.validateRequest(exchange.request(), exchange.response(), context));
        return (BusinessException) exchange.attributes.get(SignInMechanism.REFUSAL);
    }

    private SignInMechanism mechanism() throws ReflectiveOperationException {
        SignInMechanism mechanism = new SignInMechanism();
        Field signIn = SignInMechanism.class.getDeclaredField("signIn");
        signIn.setAccessible(true);
        signIn.set(mechanism, new ConsoleSignIn() {
            @Override
            public Optional<First> password(String email, String password, SignIn.Origin origin) {
                verified++;
                return Optional.empty();
            }
        });
        return mechanism;
    }
}
