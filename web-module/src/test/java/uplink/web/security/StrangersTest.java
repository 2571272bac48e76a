package uplink.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StrangersTest {

    private final Strangers filter = new Strangers();
    private int passed;

    /** A page for somebody without a cookie makes a session: a flood of them must not fill the memory. */
    @Test
    void sessionsOfOneAddressAreBounded() throws Exception {
        for (int i = 0; i < 60; i++) {
            assertTrue(ask(new FakeExchange("/sign-in", "203.0.113.1")).hasSession);
        }
        FakeExchange refused = ask(new FakeExchange("/sign-in", "203.0.113.1"));
        assertEquals(429, refused.status);
        assertFalse(refused.hasSession, "a refusal keeps nothing");
        assertTrue(refused.headers.containsKey("Retry-After"));
        assertTrue(refused.text.toString().startsWith("Too many requests"), refused.text.toString());
        assertEquals(200, ask(new FakeExchange("/sign-in", "203.0.113.2")).status);
    }

    @Test
    void whoHasSignedInAndWhatPagesNeedIsNotCounted() throws Exception {
        for (int i = 0; i < 100; i++) {
            ask(new FakeExchange("/jakarta.faces.resource/console.css", "203.0.113.3"));
            FakeExchange known = new FakeExchange("/index", "203.0.113.3");
            known.hasSession = true;
            known.session.put(SessionUser.ATTRIBUTE, new SessionUser(UUID.randomUUID()));
            ask(known);
        }
        assertEquals(200, passed);
    }

    @Test
    void aStrangersSessionIsForgottenSoonAndASignInKeepsIt() {
        SessionTimes times = new SessionTimes();
        FakeExchange exchange = new FakeExchange("/sign-in", "203.0.113.4");
        times.sessionCreated(new HttpSessionEvent(exchange.session()));
        assertEquals(300, exchange.sessionSeconds);
        times.attributeAdded(new HttpSessionBindingEvent(exchange.session(), "anything", ""));
        assertEquals(300, exchange.sessionSeconds);
        times.attributeAdded(new HttpSessionBindingEvent(exchange.session(), SessionUser.ATTRIBUTE, ""));
        assertEquals(1800, exchange.sessionSeconds);
    }

    private FakeExchange ask(FakeExchange exchange) throws Exception {
        filter.doFilter(exchange.request(), exchange.response(), (request, response) -> passed++);
        return exchange;
    }
}
