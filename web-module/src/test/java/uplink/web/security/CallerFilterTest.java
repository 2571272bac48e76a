package uplink.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ejb.EJBException;
import jakarta.servlet.DispatcherType;
import java.lang.reflect.Field;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uplink.auth.boundary.ConsoleSignIn;
import uplink.auth.boundary.SignedInUser;
import uplink.shared.Caller;
import uplink.shared.Callers;
import uplink.shared.DatabaseException;

class CallerFilterTest {

    private boolean passed;

    /** Asking again for the error's own page would leave people with nothing but a blank one. */
    @Test
    void aPageThatSaysWhatWentWrongAsksNobodyAnything() throws Exception {
        FakeExchange exchange = signedIn("/error.xhtml");
        exchange.dispatcher = DispatcherType.ERROR;
        ask(exchange, outage());
        assertEquals(true, passed);
        assertEquals(200, exchange.status);
    }

    @Test
    void anOutageIsSaidToBeOne() throws Exception {
        FakeExchange exchange = signedIn("/index.xhtml");
        ask(exchange, outage());
        assertEquals(503, exchange.status);
        assertEquals(false, passed);
        assertSame(Caller.ANONYMOUS, Callers.current());
    }

    @Test
    void whatIsNoOutageStaysWhatItIs() {
        assertThrows(IllegalStateException.class, () -> ask(signedIn("/index.xhtml"), new IllegalStateException("x")));
    }

    private static RuntimeException outage() {
        return new EJBException(new DatabaseException(new java.sql.SQLException("gone", "08006")));
    }

    private static FakeExchange signedIn(String path) {
        FakeExchange exchange = new FakeExchange(path, "203.0.113.9");
        exchange.hasSession = true;
        exchange.session.put(SessionUser.ATTRIBUTE, new SessionUser(UUID.randomUUID()));
        return exchange;
    }

    private void ask(FakeExchange exchange, RuntimeException failure) throws Exception {
        CallerFilter filter = new CallerFilter();
        Field users = CallerFilter.class.getDeclaredField("users");
        users.setAccessible(true);
        users.set(filter, new ConsoleSignIn() {
            @Override
            public Optional<SignedInUser> current(UUID user) {
                throw failure;
            }
        });
        filter.doFilter(exchange.request(), exchange.response(), (request, response) -> passed = true);
    }
}
