package uplink.web.security;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SecureCookiesTest {

    @Test
    void aCookieIsMarkedOnce() {
        String cookie = "uplink-console=9be3; Path=/admin; HttpOnly; SameSite=lax";
        assertEquals(cookie + "; Secure", SecureCookies.marked(cookie));
        assertEquals(cookie + "; Secure", SecureCookies.marked(cookie + "; Secure"));
        assertEquals("secure=1; Secure", SecureCookies.marked("secure=1"));
    }
}
